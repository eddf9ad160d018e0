package smallsteps.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import smallsteps.SetupException;

/// The folder of copies that are made by themselves: each has its local time in its name, and only
/// the newest few are kept.
public final class Backups {
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm");
  private static final String ENDING = ".db";
  private static final String UNFINISHED = ".part";

  /// What the name of one that was made before a migration has in front of its time.
  private static final Pattern OF_VERSION = Pattern.compile("version-[0-9.]+-");

  private static final int KEPT_OF_VERSIONS = 2;

  /// What the bot itself needs to go on is not taken by a copy.
  private static final long LEFT_FREE = 16L << 20;

  private final SqliteFile database;
  private final Supplier<Optional<String>> damage;
  private final Path folder;
  private final ZoneId zone;
  private final String stem;
  private final int keep;

  /// @param made whole minutes, in the time that is local to the folder
  public record Copy(Path file, ZonedDateTime made) {}

  Backups(SqliteFile database, Supplier<Optional<String>> damage, BackupFolder folder, int keep) {
    this.database = database;
    this.damage = damage;
    this.keep = keep;
    this.folder = database.path().resolveSibling(folder.path());
    zone = folder.zone();
    stem = database.path().getFileName().toString().replaceFirst("\\.db$", "") + "-";
  }

  public Path folder() {
    return folder;
  }

  /// Why no copy can be made there, in a sentence with its way out; empty when nothing is found,
  /// and where none is to be made. Looking makes nothing.
  ///
  /// @param url of the database that is there, or will be
  public static Optional<String> problem(String url, BackupFolder folder) {
    if (Engines.isPostgres(url)) {
      return Optional.empty();
    }
    var backups = new Backups(SqliteFile.at(url), Optional::empty, folder, 1);
    return backups.fault().map(why -> backups.noCopy() + ": " + why);
  }

  private String noCopy() {
    return "No copy can be made in " + folder + " (the setting backup.folder)";
  }

  private Optional<String> fault() {
    String name = stem + NAME.format(LocalDate.EPOCH.atStartOfDay()) + ENDING + UNFINISHED;
    return PathFault.ofNew(folder.resolve(name)).or(() -> PathFault.ofFolder(folder));
  }

  /// As the names of the copies say it.
  public ZonedDateTime local(Instant at) {
    return at.atZone(zone);
  }

  /// Copies the database as it is now, under its name only when it is whole and on disk, and then
  /// removes the oldest copies.
  ///
  /// @throws SetupException why it could not be; no older copy is removed then
  public Copy make(Instant at) {
    ZonedDateTime now = local(at);
    Path made = make(stem + NAME.format(now) + ENDING);
    try {
      // one with a name from the future was made by a clock that was ahead, before this one
      Comparator<Copy> byAge = Comparator.comparing(copy -> copy.made().isAfter(now));
      List<Copy> nightly = list().stream().sorted(byAge).toList();
      for (Copy old : nightly.stream().skip(keep).toList()) {
        Files.deleteIfExists(old.file());
      }
      List<Copy> kept = nightly.stream().limit(keep).toList();
      boolean isFull = kept.size() == keep;
      removeOfVersions(isFull ? oldest(kept) : Instant.MIN);
      return new Copy(made, now);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /// Copies the database before its schema is changed. It is not one of the nightly ones: it stays
  /// until they are all newer, and of its like the newest two are kept.
  ///
  /// @param version of the database as it is
  Path beforeMigration(String version, Instant at) {
    ZonedDateTime now = local(at);
    Path made = make(stem + "version-" + version + "-" + NAME.format(now) + ENDING);
    try {
      removeOfVersions(Instant.MIN);
      return made;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private void removeOfVersions(Instant before) throws IOException {
    List<Copy> copies = ofVersions();
    for (int i = 0; i < copies.size(); i++) {
      if (i >= KEPT_OF_VERSIONS || copies.get(i).made().toInstant().isBefore(before)) {
        Files.deleteIfExists(copies.get(i).file());
      }
    }
  }

  private static Instant oldest(List<Copy> copies) {
    return copies.stream()
        .map(copy -> copy.made().toInstant())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Path make(String name) {
    Path unfinished = folder.resolve(name + UNFINISHED);
    PathFault.refuse(noCopy(), fault());
    try {
      OwnerOnly.createFolders(folder);
      removeUnfinished();
      requireRoom();
      requireSoundDatabase();
      Backup.write(database, unfinished);
      Path copy = folder.resolve(name);
      Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
      return copy;
    } catch (IOException | UncheckedIOException e) {
      throw unusable(e);
    }
  }

  private SetupException unusable(Exception e) {
    return new SetupException(
        "The folder "
            + folder
            + " can't be used: give this user the right to read and write it, or set another"
            + " backup.folder.",
        e);
  }

  /// The newest first; other files in the folder are nobody's business.
  ///
  /// @throws SetupException when the folder can't be read
  public List<Copy> list() {
    return list("");
  }

  /// Those that were made before a migration, the newest first.
  ///
  /// @throws SetupException when the folder can't be read
  public List<Copy> ofVersions() {
    return list(OF_VERSION.pattern());
  }

  private List<Copy> list(String inFront) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(file -> copy(file, inFront).stream())
          .sorted(Comparator.comparing(Copy::made).reversed())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw unusable(e);
    }
  }

  private Optional<Copy> copy(Path file, String inFront) {
    String name = file.getFileName().toString();
    if (!name.startsWith(stem) || !name.endsWith(ENDING)) {
      return Optional.empty();
    }
    try {
      String rest = name.substring(stem.length(), name.length() - ENDING.length());
      String made = rest.replaceFirst("^" + inFront, "");
      if (made.equals(rest) != inFront.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new Copy(file, LocalDateTime.parse(made, NAME).atZone(zone)));
    } catch (DateTimeException anotherFile) {
      return Optional.empty();
    }
  }

  /// What a process that was killed has left.
  private void removeUnfinished() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(this::isUnfinished).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private boolean isUnfinished(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(stem) && name.endsWith(ENDING + UNFINISHED);
  }

  private void requireRoom() throws IOException {
    long needed = database.bytes() + LEFT_FREE;
    long usable = Files.getFileStore(folder).getUsableSpace();
    if (usable < needed) {
      throw new SetupException(
          "There is no room for a copy in "
              + folder
              + ": it takes "
              + mib(needed)
              + " MiB, and "
              + mib(usable)
              + " are free. Make room, or set another backup.folder.");
    }
  }

  /// A copy of a damaged database would push out those that help.
  private void requireSoundDatabase() {
    if (damage.get().isPresent()) {
      throw new SetupException(StoreFault.DAMAGED.sentence(database.name()));
    }
  }

  private static long mib(long bytes) {
    return Math.ceilDiv(bytes, 1L << 20);
  }
}
