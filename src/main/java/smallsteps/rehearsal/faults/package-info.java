/// What goes wrong on demand (`Faults`): a test says what and how often, each door asks what comes
/// next.
package smallsteps.rehearsal.faults;
