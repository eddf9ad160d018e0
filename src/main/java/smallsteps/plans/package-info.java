/// Plans: what a channel has asked for. When its nudges come, in which language and zone, whether
/// they rest just now and until when, which days are left out (red days, eves, bridge days, summer
/// weeks; chosen Sundays are not), when a digest of the week comes, and whether only who set the
/// plan may change it. An owner who is forgotten leaves it to anyone. A channel that ends its plan
/// keeps its language.
///
/// Listens to `/nudge` and to the channel's settings, a modal. Other rooms post what was planned
/// and read it in [smallsteps.plans.Plans]; what they know of their slots this room is told through
/// [smallsteps.weekly.SlotsByKind].
///
/// Owns the tables `weekly`, when a channel wants which kind of message, and `nudge_plan`, what is
/// said of all of them.
package smallsteps.plans;
