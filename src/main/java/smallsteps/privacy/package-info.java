/// What a person may ask of us: to be told what is kept, and to be forgotten. Each table with a
/// person in it is handed over by the room that owns it, as a [smallsteps.UserTable].
///
/// What is kept is told in sentences, grouped by what it is about; behind a button stand the rows
/// themselves, as JSON Lines.
///
/// Listens to the two buttons that the App Home has for it, to the one for the rows, and to the
/// next page of either.
package smallsteps.privacy;
