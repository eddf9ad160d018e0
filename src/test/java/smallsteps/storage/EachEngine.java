package smallsteps.storage;

import java.nio.file.Path;

/// Both engines, for a test that is played on each.
public enum EachEngine {
  SQLITE {
    @Override
    public String url(Path file) {
      return "jdbc:sqlite:" + file;
    }
  },
  POSTGRESQL {
    @Override
    public String url(Path file) {
      return OwnPostgres.url(file, false);
    }
  };

  /// Of a database that is empty at first; for each path it is the same one.
  public abstract String url(Path file);
}
