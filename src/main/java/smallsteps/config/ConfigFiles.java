package smallsteps.config;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import smallsteps.Language;
import smallsteps.SetupException;

/// The files of `config/`, by their path in it: those of a team's own folder, and for each one that
/// is not there the packed default.
public final class ConfigFiles {
  /// Kept: each search for the library takes longer than a file.
  private static final JsonReaderFactory READERS = Json.createReaderFactory(null);

  private final Path folder;
  private List<String> packed; // by code

  private ConfigFiles(Path folder) {
    this.folder = folder;
  }

  public static ConfigFiles packed() {
    return new ConfigFiles(null);
  }

  /// @throws SetupException when the folder is not there
  public static ConfigFiles over(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new SetupException(
          "SMALLSTEPS_CONFIG names " + folder + ", which is no folder. Make it, or unset it.");
    }
    return new ConfigFiles(folder);
  }

  /// @throws SetupException when it is missing or is no JSON object, with the place
  public JsonObject read(String name) {
    return find(name)
        .orElseThrow(() -> new SetupException("The configuration file " + name + " is missing."));
  }

  /// @throws SetupException when it is no JSON object, with the place
  public Optional<JsonObject> find(String name) {
    try (InputStream in = open(name)) {
      if (in == null) {
        return Optional.empty();
      }
      try (var reader = READERS.createReader(in, StandardCharsets.UTF_8)) {
        return Optional.of(reader.readObject());
      }
    } catch (JsonParsingException e) {
      throw new SetupException(
          "The configuration file "
              + name
              + " is not JSON: look at line "
              + e.getLocation().getLineNumber()
              + ".",
          e);
    } catch (JsonException | ClassCastException e) {
      throw new SetupException("The configuration file " + name + " must hold a JSON object.", e);
    } catch (IOException e) {
      throw new SetupException("The configuration file " + name + " can't be read.", e);
    }
  }

  /// The languages that a folder has a file for, such as `words/sv.json`: whoever adds a file adds
  /// a language.
  public List<Language> languages(String inFolder) {
    if (packed == null) {
      packed = packedCodes("words");
    }
    return Stream.concat(packed.stream(), ownCodes(inFolder))
        .distinct()
        .filter(code -> exists(inFolder + "/" + code + ".json"))
        .map(Language::new)
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

  /// The codes that the team's own folder has files for.
  private Stream<String> ownCodes(String inFolder) {
    String[] names = folder == null ? null : folder.resolve(inFolder).toFile().list();
    return names == null
        ? Stream.empty()
        : Stream.of(names)
            .filter(name -> name.matches("[a-z]{2}\\.json"))
            .map(name -> name.substring(0, 2))
            .sorted();
  }

  public boolean exists(String name) {
    return own(name).isPresent() || ConfigFiles.class.getResource(packedName(name)) != null;
  }

  private InputStream open(String name) throws IOException {
    Optional<Path> own = own(name);
    return own.isPresent()
        ? Files.newInputStream(own.get())
        : ConfigFiles.class.getResourceAsStream(packedName(name));
  }

  private Optional<Path> own(String name) {
    return Optional.ofNullable(folder).map(f -> f.resolve(name)).filter(Files::exists);
  }

  private static String packedName(String name) {
    return "/smallsteps/config/" + name;
  }
}
