/// The page in the browser: its files (`PageServer`), what it shows of the state (`PageState`) and
/// of what goes on behind (`Inside`, `RowChanges`), and what it asks for in a person's name
/// (`PageDeeds`). It keeps nothing but how the bot's rows stood at the last look.
package smallsteps.rehearsal.page;
