/// The ticker: runs the rooms' jobs when they come round. The only place that knows Quartz.
package smallsteps.schedule;
