/// The Slack app as Slack wants it described, and the permissions that it asks for.
package smallsteps.slack.manifest;
