package smallsteps.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import smallsteps.SetupException;

/// Why a file can't be made, read or written where a path says: found by looking along the path, so
/// that each cause has its own sentence with its own way out.
final class PathFault {
  private static final int LONGEST_NAME = 255;

  /// SQLite takes no longer one.
  private static final int LONGEST_PATH = 500;

  /// What SQLite and the nightly copies add to the name of a database.
  private static final int BESIDE = 48;

  private final Path path;

  private PathFault(Path path) {
    this.path = path.toAbsolutePath();
  }

  /// What keeps a file from being made there; empty when nothing is found.
  static Optional<String> ofNew(Path path) {
    var fault = new PathFault(path);
    return fault.length(0).or(fault::folders).or(fault::place);
  }

  /// The same of a database, beside which others will stand.
  static Optional<String> ofNewDatabase(Path path) {
    return new PathFault(path).length(BESIDE).or(() -> ofNew(path));
  }

  /// What is wrong on the way to a file that is not there; empty when it is only absent.
  static Optional<String> ofWay(Path path) {
    var fault = new PathFault(path);
    return fault.length(0).or(fault::folders).or(fault::link);
  }

  /// What keeps the folder that stands there from being looked into.
  static Optional<String> ofFolder(Path folder) {
    return Files.isDirectory(folder) && !Files.isReadable(folder)
        ? Optional.of("this user may not read the folder " + folder + ". " + mayWrite())
        : Optional.empty();
  }

  /// What keeps the file that stands there from being read, and written where that is wanted.
  static Optional<String> ofOld(Path path, boolean isWritten) {
    var fault = new PathFault(path);
    return fault.length(0).or(fault::folders).or(() -> fault.file(isWritten));
  }

  /// @param what can't be done, as the beginning of a sentence
  /// @throws SetupException with it and why, where there is a fault
  static void refuse(String what, Optional<String> fault) {
    fault.ifPresent(why -> {
      throw new SetupException(what + ": " + why);
    });
  }

  private Optional<String> length(int beside) {
    for (Path name : path) {
      if (bytes(name) > LONGEST_NAME - beside) {
        return Optional.of(
            "a name in its path is longer than "
                + (LONGEST_NAME - beside)
                + " bytes. Give it a shorter one.");
      }
    }
    return bytes(path) > (LONGEST_PATH - beside)
        ? Optional.of(
            "its path is longer than "
                + (LONGEST_PATH - beside)
                + " bytes. Choose a folder nearer to the top.")
        : Optional.empty();
  }

  private static int bytes(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  /// Those that are there, from the top.
  private Optional<String> folders() {
    Path folder = path.getRoot();
    for (Path name : path) {
      if (folder == null || folder.resolve(name).equals(path)) {
        break;
      }
      folder = folder.resolve(name);
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        break;
      }
      if (!Files.exists(folder)) {
        return Optional.of(
            folder + " is a link that leads nowhere, or round in a ring. Remove or mend it.");
      }
      if (!Files.isDirectory(folder)) {
        return Optional.of(folder + " is a file and no folder. Choose another path.");
      }
      if (!Files.isExecutable(folder)) {
        return Optional.of("this user may not enter the folder " + folder + ". " + mayWrite());
      }
    }
    return Optional.empty();
  }

  private static String mayWrite() {
    return "Let this user in, or choose a folder of its own.";
  }

  private Optional<String> link() {
    return Files.isSymbolicLink(path) && !Files.exists(path)
        ? Optional.of("it is a link that leads nowhere, or round in a ring. Remove or mend it.")
        : Optional.empty();
  }

  private Optional<String> place() {
    if (Files.isDirectory(path)) {
      return Optional.of("there is a folder of that name. Name a file in it.");
    }
    if (link().isPresent()) {
      return link();
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of("there is a file of that name already. Give it another name.");
    }
    Path there = path.getParent();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there == null || Files.isWritable(there)
        ? Optional.empty()
        : Optional.of(
            "this user may not write the folder "
                + there
                + " (or its disk may only be read). "
                + mayWrite());
  }

  private Optional<String> file(boolean isWritten) {
    if (link().isPresent()) {
      return link();
    }
    if (!Files.exists(path)) {
      return Optional.of("there is no such file. Look at the path once more.");
    }
    if (Files.isDirectory(path)) {
      return Optional.of("it is a folder. Name a file in it.");
    }
    if (!Files.isRegularFile(path)) {
      return Optional.of("it is no plain file (a pipe or a device). Choose another path.");
    }
    if (!Files.isReadable(path)) {
      return Optional.of("this user may not read it. Let this user read and write it.");
    }
    if (isWritten && !Files.isWritable(path)) {
      return Optional.of(
          "it may only be read (by its rights, or by how its disk is mounted). Let this user write"
              + " it.");
    }
    return isWritten && !Files.isWritable(path.getParent())
        ? Optional.of(
            "its folder may only be read, and a log has to stand beside it. Let this user write the"
                + " folder.")
        : Optional.empty();
  }
}
