/// What Slack tells of people: what each reads, whose local time they live by, and their names.
package smallsteps.slack.people;
