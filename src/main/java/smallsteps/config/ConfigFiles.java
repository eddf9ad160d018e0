package smallsteps.config;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import smallsteps.Language;
import smallsteps.SetupException;

/// The files of `config/`, by their path in it: as they are packed, and over them, key by key,
/// those of a team's own folder.
public final class ConfigFiles {
  /// What a language is filled up with that has neither a packed file nor another to fall back to.
  static final Language LAST = new Language("en");

  private static final Map<String, Optional<JsonObject>> SHIPPED = new ConcurrentHashMap<>();

  private final OwnFolder own; // null for none
  private List<String> packed; // by code

  private ConfigFiles(OwnFolder own) {
    this.own = own;
  }

  public static ConfigFiles packed() {
    return new ConfigFiles(null);
  }

  /// @throws SetupException when the folder is not there, or can't be looked into
  public static ConfigFiles over(Path folder) {
    return new ConfigFiles(new OwnFolder(folder));
  }

  /// What a team's own file leaves out is as it is packed. The manifest is a description of one
  /// app, and is taken as a whole.
  ///
  /// @throws SetupException when it is missing or is no JSON object, with the place
  public JsonObject read(String name) {
    Optional<JsonObject> ours = own(name);
    if (ours.isPresent() && name.equals("manifest.json")) {
      return ours.get();
    }
    Optional<JsonObject> shipped = shipped(name);
    if (ours.isPresent() && shipped.isPresent()) {
      return Overlay.of(ours.get(), shipped.get());
    }
    return ours.or(() -> shipped)
        .orElseThrow(() -> new SetupException("The configuration file " + name + " is missing."));
  }

  /// A language's file. What it leaves out and is not packed for it either, is as in another
  /// language.
  ///
  /// @param kind the folder: `principles`
  /// @param fallback the language that is asked first
  /// @throws SetupException when it is missing or is no JSON object, with the place
  public JsonObject read(String kind, Language language, Language fallback) {
    String name = name(kind, language);
    if (shipped(name).isPresent()) {
      return read(name);
    }
    JsonObject other =
        Stream.of(fallback, LAST)
            .filter(each -> !each.equals(language) && exists(name(kind, each)))
            .findFirst()
            .map(each -> read(name(kind, each)))
            .orElse(JsonObject.EMPTY_JSON_OBJECT);
    JsonObject under = Json.createObjectBuilder(other).add("language", language.code()).build();
    return Overlay.ofTranslation(read(name), under);
  }

  /// A team's own file alone; empty where there is none.
  ///
  /// @throws SetupException when it is no JSON object, with the place
  Optional<JsonObject> own(String name) {
    return own == null ? Optional.empty() : own.find(name);
  }

  /// A team's own files that are taken, by their path.
  public List<String> taken() {
    return own == null ? List.of() : own.taken();
  }

  /// What else lies in the team's own folder.
  public List<String> notTaken() {
    return own == null ? List.of() : own.notTaken();
  }

  /// As it is packed, which is read once; empty where it is not.
  static Optional<JsonObject> shipped(String name) {
    return SHIPPED.computeIfAbsent(name, ConfigFiles::readShipped);
  }

  private static Optional<JsonObject> readShipped(String name) {
    try (InputStream in = ConfigFiles.class.getResourceAsStream(packedName(name))) {
      return in == null
          ? Optional.empty()
          : Optional.of(ConfigText.object(name, in.readAllBytes()));
    } catch (IOException e) {
      throw new SetupException("The packed configuration can't be read: is the jar damaged?", e);
    }
  }

  /// The languages that a folder has a file for, such as `words/sv.json`: whoever adds a file adds
  /// a language.
  public List<Language> languages(String kind) {
    if (packed == null) {
      packed = packedCodes("words");
    }
    return Stream.concat(packed.stream(), ownNames(kind))
        .distinct()
        .map(Language::new)
        .filter(language -> exists(name(kind, language)))
        .toList();
  }

  /// The codes that a packed file is there for. Asked of the jar itself, since class loaders look
  /// through all of Java first, two hundred times.
  private static List<String> packedCodes(String inFolder) {
    Stream<String> codes = Stream.of(Locale.getISOLanguages());
    URL folder = ConfigFiles.class.getResource(packedName(inFolder + "/"));
    try {
      if (folder.openConnection() instanceof JarURLConnection jar) {
        JarFile entries = jar.getJarFile();
        return codes
            .filter(code -> entries.getEntry(jar.getEntryName() + code + ".json") != null)
            .toList();
      }
      Path files = Path.of(folder.toURI());
      return codes.filter(code -> Files.exists(files.resolve(code + ".json"))).toList();
    } catch (IOException | URISyntaxException e) {
      throw new SetupException("The packed configuration can't be read: is the jar damaged?", e);
    }
  }

  /// What a team's own files in that folder are called: `se` for `calendars/se.json`.
  public Stream<String> ownNames(String folder) {
    return taken().stream()
        .filter(name -> name.startsWith(folder + "/"))
        .map(name -> name.substring(folder.length() + 1, name.length() - ".json".length()));
  }

  public boolean exists(String name) {
    return own != null && own.has(name) || ConfigFiles.class.getResource(packedName(name)) != null;
  }

  static String name(String kind, Language language) {
    return kind + "/" + language.code() + ".json";
  }

  private static String packedName(String name) {
    return "/smallsteps/config/" + name;
  }
}
