/// The web server: health and metrics always, and over HTTP what Slack sends. Who has not shown
/// that it is Slack holds little of our memory and time.
package smallsteps.slack.web;
