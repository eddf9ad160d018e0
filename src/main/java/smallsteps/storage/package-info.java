/// Where the bot keeps what it must not forget. Rooms write their SQL against
/// [smallsteps.storage.Sql]; this package alone knows JDBC and Flyway.
///
/// `Database` is the one file, a `Row` what a query stands on. What goes wrong is a
/// `StoreException`, or a `StoreBusyException` where it is worth another try. `Backup` makes a copy
/// and puts one back, `Backups` are those made by themselves, in a `BackupFolder`,
/// `TemporaryFolder` what is gone at the end. `ChannelIds` and `Workspaces` know by the schema
/// alone where channels and workspaces stand.
///
/// It is one SQLite file, and says so: WriteQueue is its one writer, FileWatch and Checkpoints look
/// after it and its log, Backup copies it, StoreFault puts its result codes into sentences.
///
/// **Where another database would begin.** DatabaseUrl refuses every other; SqliteFile opens,
/// prepares and sets it up; JdbcSql and Row need no more than JDBC, and a room no more than `Sql`.
/// SQLite's own SQL stands in the migrations (`STRICT`, `GLOB`, the search index `win_words`), in
/// Statistics, which tells SQLite by which index to go, in ChannelIds and Workspaces, which ask it
/// for its schema, and in three classes of the room of wins that search: WinStore, Wins, Names.
/// What all of it promises is tried in `storage`'s tests, and by the scenes with a full, a locked
/// and a lost disk.
package smallsteps.storage;
