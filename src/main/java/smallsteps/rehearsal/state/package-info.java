/// What the workspace remembers, under one lock: people, conversations, open views, the installed
/// app, and a journal of what was called and found wrong.
///
/// `State` holds it all; whoever changes something calls `touch`, and whoever waits is woken.
/// `Conversation`, `Message`, `View` and `Call` are what tests are shown of it.
package smallsteps.rehearsal.state;
