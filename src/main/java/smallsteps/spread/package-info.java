/// Spread, not score: how far an idea travelled. Under a small thing that the bot posted, and in
/// the digest, stands "I did it too"; for other messages it is a message shortcut. It makes a small
/// thing of one's own that is linked to the first, and what is shown is how many people, channels
/// and borders the idea reached, never who is ahead.
///
/// Borders are what people say of themselves, each by their own choice and only ever counted:
/// profession, organisation, sector, country. Nobody's tags are shown to somebody else, and no text
/// and no name of a channel goes from one channel to another.
///
/// Listens to the button [smallsteps.wins.Wins#TOO_ACTION], the shortcuts `did_it_too` and
/// `spread_tags`, the button [smallsteps.spread.Spread#TAGS_ACTION] and the modals `spread_too` and
/// `spread_tags`. Owns the tables `win_link` and `spread_tag` and the view `idea_win`.
package smallsteps.spread;
