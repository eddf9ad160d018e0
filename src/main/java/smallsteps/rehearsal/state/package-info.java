/// What the workspace remembers, under one lock: people, conversations, open views, the installed
/// app, and a journal of what was called and found wrong.
///
/// `State` holds it all; whoever changes something calls `touch`, and whoever waits is woken.
/// `Conversation`, `Message`, `View` and `Call` are what tests are shown of it.
///
/// An `Account` is somebody, of this `Team` or as a guest of another; `ConversationState` what one
/// conversation holds; `InstalledApp` the bot as its manifest has it; `Views` what is open; `Ids`
/// names that never come twice; `Journal` what was called and found wrong.
///
/// `MovedClock` is the time by which bot and workspace go where people move it; `BotSide` is what
/// the process knows of the bot besides; `WireLog` has the latest of what went over the wire.
package smallsteps.rehearsal.state;
