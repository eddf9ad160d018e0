package smallsteps.app;

/// The disk under a bot, as a test takes it away and gives it back: SQLite's own limits on the
/// connection that writes, which need no rights and harm nobody else on the machine.
public final class BotDisk {
  private BotDisk() {}

  /// No page more than there are.
  public static void fill(Bot bot) {
    set(bot, "PRAGMA max_page_count = 1");
  }

  public static void makeRoom(Bot bot) {
    set(bot, "PRAGMA max_page_count = 1000000");
  }

  private static void set(Bot bot, String pragma) {
    bot.database.write(sql -> sql.list(pragma, _ -> true));
  }
}
