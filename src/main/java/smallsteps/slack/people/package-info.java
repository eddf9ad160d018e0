/// What Slack tells of people: what each reads, whose local time they live by, and their names.
///
/// `Profiles` remembers what Slack tells, `Locales` says what each reads, `PeopleInSlack` is both
/// as the rooms are given them.
package smallsteps.slack.people;
