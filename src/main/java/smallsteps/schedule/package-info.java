/// The ticker: runs the rooms' jobs when they come round. The only place that knows Quartz.
///
/// `Schedule` is the whole of it to others.
package smallsteps.schedule;
