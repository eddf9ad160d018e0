/// Slack's rules for blocks and views, and what a person finds in them.
///
/// `Blocks` and `ViewRules` name what Slack would refuse, with the JSON pointer to it; `Place` is
/// where blocks may stand. `Surface` finds the words to read and the elements to press, `Inputs`
/// what is filled in. All of it works on JSON alone.
package smallsteps.rehearsal.blocks;
