/// What goes wrong on demand: a test says what and how often, each door asks what comes next.
package smallsteps.rehearsal.faults;
