/// Microactions: "I have 2, 5, 15 or 60 minutes" under a nudge gives one small thing to do, for
/// that person alone; another time, chosen there, takes its place. Who says "I'll do it" may tell
/// of it or let it go in the same place. Who does neither, and has told the channel of nothing
/// since, is asked once, in private and later the same week, how it went: done and learned become
/// small things in the channel, and "not yet" is a good answer too.
///
/// People propose microactions for their channel. The channel is shown the proposal; as soon as
/// somebody other than the proposer says yes it is among those that are offered there. "Not now"
/// from anybody, the proposer too, takes it away again and keeps nothing.
///
/// Listens to its own buttons, among them those under a nudge
/// ([smallsteps.nudges.Nudges#MINUTES_ACTION]), to the shortcut `propose_microaction` and its
/// modal; the job `ask-about-microactions` asks how it went, through the gate of care. Owns the
/// tables `microaction` and `microaction_promise`.
package smallsteps.microactions;
