/// What a person may ask of us: to be told what is kept, and to be forgotten. Each table with a
/// person in it is handed over by the room that owns it, as a [smallsteps.UserTable].
///
/// Listens to the two buttons that the App Home has for it, and to the next page of what is kept.
package smallsteps.privacy;
