/// The command line, and the wiring of the rooms behind it. The one package that knows all others;
/// nothing imports it.
package smallsteps.app;
