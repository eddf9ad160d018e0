/// What the bot calls: the Web API's methods and the response_urls.
///
/// `ApiServer` is the door: token, scopes, limits, faults. Each `…Methods` class answers a family
/// of methods; `Params` reads their arguments, `Access` says what the bot may touch,
/// `MessagePayload` checks what it wants to say. `Triggers` and `ResponseUrls` hand out what a
/// person's act lets the bot do.
package smallsteps.rehearsal.webapi;
