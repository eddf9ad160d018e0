/// The vocabulary of Small Steps: what rooms say to Slack and hear from it, as plain values.
package smallsteps;
