/// What people do in Slack's client: speak, react, type commands, press, fill in and submit.
///
/// `Person` is how a test does it, and `Deeds` how anybody does, named by ids. What is asked of the
/// bot in a person's name comes back as an `Answered`.
package smallsteps.rehearsal.people;
