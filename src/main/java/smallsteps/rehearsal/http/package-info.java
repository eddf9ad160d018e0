/// The rehearsal's web server: Jetty, as the bot's own is, without servlets.
///
/// `LoopbackServer` is told what answers at which address: a function of an `HttpCall`, or a
/// `SocketDoor` for WebSockets.
package smallsteps.rehearsal.http;
