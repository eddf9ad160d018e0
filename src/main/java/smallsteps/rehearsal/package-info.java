/// A Slack workspace on loopback (`Workspace`): what tests talk to, and what a person clicks in the
/// browser.
///
/// It stands in for Slack's side of the wire only. It knows nothing of the SDK, nor of our bot:
/// what it judges, it must not share code with.
///
/// ## What a person gets
///
/// `Workspace.page()` shows the workspace as one of the people in it: channels (one private, one
/// without the bot), messages, threads, reactions, commands, shortcuts, modals, the Home. What the
/// bot sends and Slack would refuse stands among the warnings, with the place. `rehearse` begins
/// with a scene (`scenes`), so that the page opens on a week that is under way; then time can be
/// let pass, things go wrong, and what goes on behind can be seen.
///
/// ## What a test gets
///
/// ```java
/// try (var workspace = Workspace.start(0, clock)) {
///   workspace.install(manifest);
///   // start the bot with workspace.apiUrl(), botToken(), appToken()
///   String ts = workspace.alva().say(workspace.channel("små-steg"), "I did a small thing");
///   workspace.await("the seedling", () -> workspace.message(channel, ts)
///       .filter(message -> message.reactions().containsKey("seedling")));
/// }
/// ```
///
/// Each act comes back once the bot acknowledged it, or failed to. `Faults` says what goes wrong:
/// refusals, limits, pages of HTML, answers of any other shape, lost after the deed, late, or both.
///
/// ## Where what stands
///
/// `wire` → `http` → `blocks` → `state` → `faults` → `delivery` → `events` → `webapi` → `people` →
/// `scenes` → `page`: each folder knows only those before it. `Wiring` joins them, `Population`
/// says who is there from the start.
///
/// ## Faithful
///
/// - The Web API's answers, error codes and scopes; tiers, when asked for.
/// - Socket Mode (tickets, hello, one connection per payload, disconnect) and signed HTTP.
/// - Events only if subscribed to, covered by a scope and in a channel with the bot; retried with
///   the same event_id at once, after a minute and after five, by the clock passed in.
/// - trigger_id: three seconds, once. response_url: five times, half an hour. Acknowledgements:
///   three seconds of real time.
/// - Rules for blocks and views, with JSON pointers. What Slack's client itself does: escaping,
///   mentions, emoji names, required inputs.
///
/// ## Knowingly not
///
/// - One app, one team, and one guest of another in a channel that is shared; no OAuth, user
///   tokens, or files' bytes.
/// - Channels by id only, not by name. No unfurling, no message scheduled for later.
/// - The bot's plain text gets no rich_text block, and an emoji's name is checked for its form
///   only.
/// - Blocks that came in 2026 stand where every edition of Slack's list lets them, which may be
///   stricter than Slack; tables are checked for their rows only. The total length and the size of
///   metadata are estimates, for Slack tells no number.
/// - View submissions carry no response_urls; commands typed in a thread do not exist, as in Slack.
/// - Slack sends to any one connection; here they take turns.
/// - The clock can be moved ahead, by steps: see `scenes`. What people do on the page waits between
///   two steps, and a trigger_id or response_url is as old as the clock says.
/// - A welcome speaks the setting's language, as in Slack; the English channel has none, since the
///   setting is Swedish as shipped. Commands and shortcuts are named in the page's language, where
///   in Slack all read those of the one manifest.
/// - A socket's envelope can't be sent by curl: what the page gives for it has the workspace send
///   it again.
/// - After the token is revoked, or the app uninstalled, the bot waits for a restart as it does in
///   Slack: end the rehearsal and start it again.
package smallsteps.rehearsal;
