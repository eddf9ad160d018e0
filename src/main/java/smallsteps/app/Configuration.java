package smallsteps.app;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smallsteps.SetupException;
import smallsteps.calendar.Calendar;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Environment;
import smallsteps.config.Near;
import smallsteps.config.OwnWords;
import smallsteps.config.Prompts;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.principles.Principles;

/// Everything that a team may change, read and checked as a whole: whatever is wrong in any of its
/// files is told at once, and before the bot is there.
record Configuration(ConfigFiles files, Settings settings, Words words) {
  private static final Logger log = LoggerFactory.getLogger(Configuration.class);
  private static final int LOGGED = 5;

  /// @throws SetupException with all that is wrong, a line for each file
  static Configuration load(Environment environment) {
    ConfigFiles files = environment.configFiles();
    Settings settings = settings(files);
    if (!files.taken().isEmpty()) {
      SetupException.checkAll(parts(files, settings));
    }
    return new Configuration(files, settings, Words.load(files, settings));
  }

  /// By which the rest is looked at: those as packed where the team's own can't be read.
  private static Settings settings(ConfigFiles files) {
    try {
      return Settings.load(files);
    } catch (SetupException told) {
      return Settings.load(ConfigFiles.packed());
    }
  }

  private static List<Runnable> parts(ConfigFiles files, Settings settings) {
    return Stream.concat(
            Stream.<Runnable>of(
                () -> Settings.load(files),
                () -> Words.load(files, settings),
                () -> Prompts.load(files, settings.language()),
                () -> Principles.load(files, settings.language()),
                () -> files.read("manifest.json")),
            Stream.concat(Stream.of(settings.country()), files.ownNames("calendars"))
                .distinct()
                .map(country -> () -> Calendar.load(files, country).dayOff(LocalDate.EPOCH)))
        .toList();
  }

  /// In one line of the log; the doctor lists them.
  void tellWarnings() {
    List<String> warnings = warnings();
    if (!warnings.isEmpty()) {
      log.warn(
          "In the folder of SMALLSTEPS_CONFIG: {}{}.",
          String.join("; ", warnings.subList(0, Math.min(LOGGED, warnings.size()))),
          warnings.size() > LOGGED ? "; and more, which doctor lists" : "");
    }
  }

  /// What may not be as it was meant, and lets the bot start all the same.
  List<String> warnings() {
    Stream<String> words =
        OwnWords.of(files).stream()
            .flatMap(own -> own.warnings().stream().map(warning -> own.file() + ": " + warning));
    return Stream.concat(notTaken(files).stream(), words).toList();
  }

  /// The files of the folder that nothing reads, each in a sentence.
  static List<String> notTaken(ConfigFiles files) {
    return files.notTaken().stream().map(name -> notTaken(files, name)).toList();
  }

  private static String notTaken(ConfigFiles files, String name) {
    List<String> known =
        Stream.concat(
                Stream.of("smallsteps.json", "manifest.json", "calendars/se.json"),
                files.languages("words").stream()
                    .flatMap(language ->
                        Stream.of("words/", "prompts/", "principles/")
                            .map(folder -> folder + language.code() + ".json")))
            .toList();
    return name
        + " is not taken: it is no file of the configuration"
        + known.stream()
            .filter(each -> name.endsWith("/" + each))
            .findFirst()
            .or(() -> Near.to(name, known))
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
  }
}
