/// Socket Mode: the connection that we open to Slack, the watch over it, and what comes by it.
package smallsteps.slack.socket;
