/// How something reaches the bot, and what it answered: Socket Mode or signed HTTP, three seconds
/// for an acknowledgement, and three retries for an event.
///
/// `Dispatch` sends and sends again; `Transport` is the way, `SocketServer` or `HttpDelivery`;
/// `Ack` is what came back.
package smallsteps.rehearsal.delivery;
