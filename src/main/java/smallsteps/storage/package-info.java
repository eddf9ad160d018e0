/// Where the bot keeps what it must not forget. Rooms write their SQL against
/// [smallsteps.storage.Sql]; this package alone knows JDBC, Flyway and the engines.
///
/// `Database` is all that rooms see of it, a `Row` what a query stands on, a `Dialect` the few
/// pieces of SQL that each engine says in its own way. What goes wrong is a `StoreException`, or a
/// `StoreBusyException` where it is worth another try. `Backup` makes a copy and puts one back,
/// `Backups` are those made by themselves, in a `BackupFolder`, `TemporaryFolder` what is gone at
/// the end. `Move` carries all from one engine to the other. `ChannelIds` and `Workspaces` know by
/// the schema alone where channels and workspaces stand.
///
/// **Two engines.** An Engine keeps and reads at one Location; Engines knows which by the address.
/// A room's SQL is the same for both, and so is what a row holds, letter by letter: times as UTC
/// text, what is true as 1. Each has its own folder of migrations, of the same numbers from 21 on.
///
/// SqliteEngine is one file: WriteQueue is its one writer, who commits together what waits
/// together; FileWatch and Checkpoints look after the file and its log, Backup copies it,
/// Statistics tells SQLite by which index to go.
///
/// PostgresEngine is a server. ParallelWrites keeps side by side, and still gives each write what
/// SQLite's one writer gives: it is as if no other ran beside it. That is what the isolation level
/// SERIALIZABLE promises, and the only one that does: a room reads, decides and writes, and under a
/// weaker one two bots could both read before either has written. The server lets one of two that
/// collide fail; ParallelWrites tries that one again, which is harmless since a write does nothing
/// but SQL. Locks on rows would be faster where many write the same, but each room would have to
/// know which. Vacuum clears away what was erased.
///
/// StoreFault puts the codes of both into sentences, DriverWords what is left without anybody's
/// words. What all of it promises is tried in `storage`'s tests, and by the scenes.
package smallsteps.storage;
