/// JSON and forms as Slack writes them, and Slack's no. It knows nothing of the workspace.
///
/// `Wire` reads and makes values, `Fields` writes an object field by field, `Refusal` is an error
/// code with what else the answer holds.
package smallsteps.rehearsal.wire;
