/// What a person may ask of us: to be forgotten, and to be told what is kept. Each table with a
/// person in it is handed over by the room that owns it, as a [smallsteps.UserTable].
package smallsteps.privacy;
