/// Channels: what comes and goes with them. Where the bot is invited and there is no plan, it says
/// once what it is. Where it can write no more the plan rests: the job `tell-owners` tells who set
/// it, once and alone, and it goes on by itself when the bot is invited again or the channel is
/// open again. What is kept under a channel's id follows it to a new one.
///
/// Owns the tables `nudge_invitation` and `nudge_owner_told`, so that neither is said twice.
package smallsteps.channels;
