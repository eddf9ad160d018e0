/// A small benchmark, run by a command of its own and not by the tests.
package smallsteps.bench;
