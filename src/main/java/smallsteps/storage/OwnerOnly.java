package smallsteps.storage;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Files and folders that nobody but their owner may open.
final class OwnerOnly {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  /// @throws java.nio.file.FileAlreadyExistsException when it is there
  static void createFile(Path file) throws IOException {
    Files.createFile(file, mode(FILE));
  }

  static void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, mode(FOLDER));
    }
  }

  /// Whether others than its owner may read or write it; false where it is not there, or where the
  /// system has no such thing.
  static boolean isOpenToOthers(Path file) {
    try {
      return isPosix() && Files.exists(file) && !FILE.containsAll(mayNow(file));
    } catch (IOException gone) {
      return false;
    }
  }

  /// Takes from others what they may do with it; false when this user can't.
  static boolean close(Path file) {
    if (!isOpenToOthers(file)) {
      return true;
    }
    try {
      Set<PosixFilePermission> left = EnumSet.copyOf(mayNow(file));
      left.retainAll(FILE);
      Files.setPosixFilePermissions(file, left);
      return true;
    } catch (IOException notOurs) {
      return false;
    }
  }

  private static Set<PosixFilePermission> mayNow(Path file) throws IOException {
    return Files.getPosixFilePermissions(file);
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] mode(Set<PosixFilePermission> permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
