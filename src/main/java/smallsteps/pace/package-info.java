/// Pace: a bot that backs off. After two nudges in a row that led to no small thing, no reaction
/// and nothing taken on, the channel is asked, once: keep them, less often, or pause? When a week
/// goes by and nobody says anything, the nudges come every second week. Nobody is named, and the
/// question comes again only after a nudge has been answered in between.
///
/// A reply without the phrase is not kept, so it cannot count: the question says what was looked
/// at. Listens to its own buttons; the job `ask-for-pace` asks, through the gate of care. Owns the
/// table `pace_question`; the plan itself is the room of plans' own.
package smallsteps.pace;
