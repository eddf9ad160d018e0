package smallsteps.storage;

/// What SQLite is told of the sizes of tables: each holds a million rows, all of one workspace, and
/// whatever else an index begins with tells them well apart. Left to itself SQLite takes a table
/// for small and a workspace for rare, and walks through all that a workspace has where a better
/// index stands beside; told so, each statement has one plan, in an empty file and in a full one.
final class Statistics {
  private static final String MAKE_TABLE = "ANALYZE sqlite_schema";
  private static final String CLEAR = "DELETE FROM sqlite_stat1";

  /// The key of a table without row ids goes by the table's name.
  private static final String TELL =
      """
      INSERT INTO sqlite_stat1 (tbl, idx, stat)
      SELECT tab, idx, '1000000 ' || group_concat(alike, ' ' ORDER BY seqno) FROM (
        SELECT t.name AS tab, iif(t.wr AND i.origin = 'pk', t.name, i.name) AS idx, c.seqno,
          CASE sum(c.name IS NOT 'team_id') OVER (PARTITION BY i.name ORDER BY c.seqno)
            WHEN 0 THEN 1000000 WHEN 1 THEN 1000 ELSE 1 END AS alike
        FROM pragma_table_list t
          JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
        WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%')
      GROUP BY tab, idx
      """;

  private Statistics() {}

  /// Whoever opens the file from now on goes by it.
  static void tell(Sql sql) {
    sql.update(MAKE_TABLE);
    sql.update(CLEAR);
    sql.update(TELL);
  }
}
