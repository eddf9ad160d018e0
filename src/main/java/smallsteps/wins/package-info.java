/// Wins: "I did a small thing", said in a message, under a nudge, in the modal, by `/smallthing` or
/// by a message shortcut; kept, found again, and erased when its author wants that.
///
/// Listens to messages, their edits and deletions, the command `/smallthing`, the nudge's button,
/// the shortcuts `new_small_thing` and `save_small_thing` and the modal `win`. A message without
/// the phrase is not looked up and leaves no trace; of one with the phrase alone it is asked in
/// private what it was.
///
/// Said anonymously, in the modal or by `/smallthing anonymous …`, it has no author: no id is kept,
/// so nobody can find, change or erase it as theirs. It goes when the bot's message is deleted.
///
/// What may ask for anonymity without being clear is asked about, with two buttons, before anything
/// is kept or shown.
///
/// Of a word that more than a thousand small things have, `find` shows the newest two hundred's
/// best ten: those in exactly its letters first, then the newest. What is rarer is weighed by FTS5.
///
/// Owns the tables `win` and `win_words`, its search index, and `name`: whom and what they mention.
/// An erased win leaves its key there, so that a message told once more doesn't bring the text
/// back; the words leave the file itself.
package smallsteps.wins;
