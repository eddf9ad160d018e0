/// The web server: health and metrics always, and over HTTP what Slack sends. Who has not shown
/// that it is Slack holds little of our memory and time.
///
/// `HttpTransport` is the server, `WebPages` its addresses. `SlackRequests` takes what Slack sends,
/// once `SignatureCheck` has let it in. `HealthPages` show the `Health` that `Vitals` tell;
/// `Metrics` are what the bot counts, `WebMetrics` what the server does.
package smallsteps.slack.web;
