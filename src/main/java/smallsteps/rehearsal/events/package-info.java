/// What happens in a conversation, and that the bot hears of it.
///
/// `Messages` and `Members` change the state, whoever asked for it, and tell `Subscriptions`. That
/// one knows what the bot subscribed to and may see; `EventsApi` sends it on once the change is
/// done.
package smallsteps.rehearsal.events;
