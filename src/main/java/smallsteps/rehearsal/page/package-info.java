/// The page in the browser: its files (`PageServer`), what it shows of the state (`PageState`), and
/// what it asks for in a person's name (`PageDeeds`). It keeps nothing.
package smallsteps.rehearsal.page;
