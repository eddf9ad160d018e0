/// Care: what the bot may say unasked, to whom and when. Each person chooses which kinds of message
/// they get, when it is quiet, a pause from all of it, and their language; a channel may switch off
/// what comes to it. Under each unasked message stands "Why do I see this?", which says so in one
/// sentence and leads to the switch.
///
/// Every unasked message but one passes one gate ([smallsteps.care.Care#gate]), and only an open
/// gate makes a post of it. The one is the nudge: the channel's plan, which says when, on which
/// days not and until when it rests, is a gate of its own. Nothing goes to a person in their quiet
/// hours (18 to 8 in their own zone, unless they choose others), on a weekend, a red day or an eve.
/// Every kind that goes to a person may be switched off, also [smallsteps.care.Kind#OWNER_TOLD]:
/// what it says stands in `/nudge next` too.
///
/// What is asked or told at most once goes one way ([smallsteps.care.Questions]): marked and owed
/// together, and asked about at the gate twice, when it is due and right before it is sent.
///
/// Listens to the buttons [smallsteps.care.WhyBlocks#WHY] and
/// [smallsteps.care.Care#PREFERENCES_ACTION] and to their modals. Owns the tables `care_person`,
/// `care_person_off` and `care_channel_off`.
package smallsteps.care;
