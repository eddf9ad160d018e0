package smallsteps.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import smallsteps.SetupException;

/// A folder for its owner alone that is gone, with all that is in it, when it is closed. What a
/// process that was killed has left is removed by the next one that makes such a folder: a lock in
/// it, which ends with its process, tells which are in use.
public final class TemporaryFolder implements AutoCloseable {
  private static final String PREFIX = "smallsteps-";
  private static final String LOCK = "in-use";

  private final Path folder;
  private final FileChannel lock;

  /// @throws SetupException when none can be made
  public TemporaryFolder() {
    Path all = Path.of(System.getProperty("java.io.tmpdir"));
    removeLeft(all);
    try {
      folder = Files.createTempDirectory(all, PREFIX);
      OwnerOnly.createFile(file(LOCK));
      lock = FileChannel.open(file(LOCK), StandardOpenOption.WRITE);
      lock.lock();
    } catch (IOException e) {
      throw new SetupException(
          "No temporary folder can be made in "
              + all
              + ": "
              + SqliteFile.reason(e)
              + ". Make room there, or name another: JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER",
          e);
    }
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  private static void removeLeft(Path all) {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(all, PREFIX + "*")) {
      for (Path folder : left) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isLeft(folder)) {
          remove(folder);
        }
      }
    } catch (IOException | UncheckedIOException anotherUsers) {
      return; // theirs to remove
    }
  }

  private static boolean isLeft(Path folder) {
    Path file = folder.resolve(LOCK);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false; // it is being made, or another program's
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (IOException | IllegalStateException inUse) {
      return false;
    }
  }

  /// What is in it first; a file that another thread has just removed is no obstacle.
  private static void remove(Path folder) throws IOException {
    List<Path> inside;
    try (Stream<Path> files = Files.walk(folder)) {
      inside = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : inside) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
      remove(folder);
    } catch (IOException | UncheckedIOException e) {
      throw new SetupException("The folder " + folder + " is left over: remove it by hand.", e);
    }
  }
}
