/// What must live as long as the bot: one place starts it, tells of its end and starts it again.
///
/// `Supervisor` starts a `Part` in a thread of its own, which takes one `Step` after the other.
/// `Uncaught` tells of every thread that ends by an exception.
package smallsteps.supervision;
