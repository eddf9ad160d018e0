package smallsteps;

/// A column with the time at which something was done. One that lies ahead was written by a clock
/// that was ahead, and is brought back to now: what waits until some time after it, or asks what
/// came after it, would wait for as long.
///
/// @param table a room's own
/// @param among the rows that have such a time, as a condition in SQL
public record PastTime(String table, String column, String among) {

  /// All rows have one.
  public PastTime(String table, String column) {
    this(table, column, "TRUE");
  }
}
