/// What people do in Slack's client: speak, react, type commands, press, fill in and submit.
///
/// `Person` is how a test does it, and `Deeds` how anybody does, named by ids. What is asked of the
/// bot in a person's name comes back as an `Answered`.
///
/// `Speech`, `SlashCommands`, `Interactions` and `ViewSubmissions` are what they do, on a `Target`
/// where they press something; `Asking` asks the bot and waits, `Typing` is what the client makes
/// of a text, `Emoji` its names.
package smallsteps.rehearsal.people;
