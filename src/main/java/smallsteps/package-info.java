/// The vocabulary of Small Steps: what rooms hear from Slack and say to it, as plain values. It
/// imports nothing of ours; of Slack's library only the models of blocks and views.
package smallsteps;
