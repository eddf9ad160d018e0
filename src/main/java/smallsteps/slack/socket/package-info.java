/// Socket Mode: the connection that we open to Slack, the watch over it, and what comes by it.
///
/// `SocketTransport` is the connection with its watch; `SocketCheck` opens one to see whether it
/// would stand.
package smallsteps.slack.socket;
