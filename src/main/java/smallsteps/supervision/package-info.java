/// What must live as long as the bot: one place starts it, tells of its end and starts it again.
package smallsteps.supervision;
