/// The seven principles, word for word: `/principle`.
///
/// **What a person gets.** This week's principle, or the one that a number or a few words name, in
/// Swedish or English, with or without dots, even misspelt; the seven titles; any one; help. Only
/// they see it. `share` posts one to the channel, in the channel's language.
///
/// **What it listens to.** The command `/principle` and the buttons `principle_show:1` to `:7`.
/// PrincipleQuery is the grammar, PrincipleSearch finds the words, PrincipleView is all that is
/// shown.
///
/// **What it keeps.** Who shared what where, in `principle_share`, so that the post goes when they
/// erase all of theirs. The texts are `config/principles`, which [smallsteps.principles.Principles]
/// reads, for other rooms too.
package smallsteps.principles;
