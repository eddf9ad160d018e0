/// Where the bot keeps what it must not forget. Rooms write their SQL against
/// [smallsteps.storage.Sql]; this package alone knows JDBC and Flyway.
package smallsteps.storage;
