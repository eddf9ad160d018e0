package smallsteps.app;

import java.util.List;
import smallsteps.SetupException;
import smallsteps.config.Environment;
import smallsteps.config.OwnList;
import smallsteps.config.OwnWords;
import smallsteps.config.Settings;

/// The doctor's look at what a team may change: which of its files are taken, what is wrong in
/// them, and what they leave to the packed ones.
final class ConfigurationExamination {
  private static final int NAMED = 8;

  private final Environment environment;
  private final Findings findings;

  ConfigurationExamination(Environment environment, Findings findings) {
    this.environment = environment;
    this.findings = findings;
  }

  /// False when it can't be used as it is.
  boolean examine() {
    try {
      Configuration configuration = Configuration.load(environment);
      findings.good("configuration: " + from(configuration) + said(configuration.settings()));
      OwnWords.of(configuration.files()).forEach(this::examine);
      OwnList.of(configuration.files()).forEach(this::examine);
      configuration.warnings().forEach(this::hint);
      return true;
    } catch (SetupException wrong) {
      findings.bad(wrong);
      hintAtNotTaken();
      return false;
    }
  }

  private void hintAtNotTaken() {
    try {
      Configuration.notTaken(environment.configFiles()).forEach(this::hint);
    } catch (SetupException said) {
      // the folder itself can't be read, which is the problem that was told
    }
  }

  private void hint(String warning) {
    findings.hint("configuration: " + warning);
  }

  private String from(Configuration configuration) {
    if (environment.config() == null) {
      return "as shipped";
    }
    List<String> taken = configuration.files().taken();
    return environment.config()
        + (taken.isEmpty() ? ", where no file is taken" : ", with " + String.join(", ", taken));
  }

  private static String said(Settings settings) {
    return ", language "
        + settings.language().code()
        + ", time zone "
        + settings.zone()
        + ", calendar "
        + settings.country();
  }

  private void examine(OwnList list) {
    findings.hint(
        list.file()
            + ": "
            + list.own()
            + " of your own, "
            + list.all()
            + " in all; what it leaves out is as shipped");
  }

  private void examine(OwnWords own) {
    List<String> lacking = own.lacking();
    if (lacking.isEmpty()) {
      findings.good(own.file() + ": all sentences are there");
      return;
    }
    findings.hint(
        own.file()
            + ": "
            + own.count()
            + (own.count() == 1 ? " sentence" : " sentences")
            + " of your own; what it lacks is said as shipped, or in the language of the"
            + " settings: "
            + String.join(", ", lacking.subList(0, Math.min(NAMED, lacking.size())))
            + (lacking.size() > NAMED ? " and " + (lacking.size() - NAMED) + " more" : ""));
  }
}
