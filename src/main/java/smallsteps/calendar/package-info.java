/// The calendar: which days are red, which are eves or bridge days, and when it is summer, worked
/// out offline by rules.
///
/// Each country is a file, `config/calendars/se.json`; a team adds another with a file alone and
/// names it in the setting `country`. A day in it comes `on` a date (`"12-24"`), so many days from
/// `easter`, or on the one `weekday` between `from` and `to`. Its `kind` is `red`, `eve` (people
/// may work, shorter), or `free_eve` (a day off by custom). A working day between two days off is a
/// bridge day. Names stand in every language that has one; the first is for the others.
package smallsteps.calendar;
