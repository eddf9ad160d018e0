/// The files of `config/` and the environment, read into records, with a clear word on each
/// mistake.
///
/// `ConfigFiles` are the files, a team's own over the packed ones; `ConfigObject` reads one key by
/// key, and `Near` says what a wrong key may have meant. Read, they are the `Settings`, among them
/// what a team calls the `Commands`; the `Words` that the bot says, with a date in its `DateShape`;
/// and the `Prompts`. `OwnWords` and `OwnList` tell what a team has changed.
///
/// `Environment` is what the environment says, `KnownVariables` the names that are read there,
/// `Proxies` the way out.
package smallsteps.config;
