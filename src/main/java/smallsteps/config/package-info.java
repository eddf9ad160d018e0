/// The files of `config/` and the environment, read into records, with a clear word on each
/// mistake.
package smallsteps.config;
