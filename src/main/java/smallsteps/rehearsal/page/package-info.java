/// The page in the browser: its files, what it shows of the state, and what it asks for in a
/// person's name. It keeps nothing.
package smallsteps.rehearsal.page;
