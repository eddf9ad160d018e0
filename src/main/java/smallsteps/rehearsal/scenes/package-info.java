/// Scenes: a week of the team, written as JSON and played again whenever one likes, and the time
/// that passes meanwhile.
///
/// A `Script` is read whole (`ScriptReader`) before a `Player` has people do what stands in it;
/// `Action` lists what that may be. `Travel` lets the time pass, to a `Destination` that a person
/// chooses or until the next act. `Mishaps` are what a person may have go wrong, by name; a
/// `ScriptFault` says what is wrong in a script, and where.
///
/// ```json
/// {"begins": "2026-11-20T15:20",
///  "people": [{"name": "Edda Holm", "language": "sv"}],
///  "channels": [{"name": "small-steps", "bot": false}],
///  "opens": {"sv": {"who": "alva", "in": "små-steg"}},
///  "acts": [
///   {"do": "command", "who": "alva", "in": "små-steg", "text": "/nudge måndag 09:00"},
///   {"at": "monday 09:12", "do": "find", "in": "små-steg", "words": "Princip", "as": "nudge"},
///   {"do": "reply", "who": "ben", "to": "nudge", "text": "Jag gjorde en liten sak: städade"}]}
/// ```
///
/// `as` keeps a message under a name, and `to` names it again. An act without `at` follows at once.
///
/// Knowingly not as it is: of a night, and of the hours of a journey, the bot sees only the full
/// hours (every third on a journey of more than a fortnight) and the minutes in which a nudge is
/// planned; what has another minute comes up to an hour later, in the year's journey three.
package smallsteps.rehearsal.scenes;
