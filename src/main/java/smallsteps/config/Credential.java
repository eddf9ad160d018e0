package smallsteps.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What Slack gives to whom it lets in, and how one tells by its looks that something else stands
/// in its place. What is said of a value never repeats it.
enum Credential {
  BOT_TOKEN(
      "SLACK_BOT_TOKEN",
      "xoxb-",
      "Copy the Bot User OAuth Token from your app's page at Slack (OAuth & Permissions)."),
  APP_TOKEN(
      "SLACK_APP_TOKEN",
      "xapp-",
      "Copy the app-level token from your app's page at Slack (Basic Information, App-Level"
          + " Tokens)."),
  SIGNING_SECRET(
      "SLACK_SIGNING_SECRET",
      "",
      "Copy the Signing Secret from your app's page at Slack (Basic Information, App"
          + " Credentials).");

  /// Slack's own are longer; how long, it does not promise. A token that is none it refuses itself.
  private static final int SHORTEST = 20;

  private static final Pattern SIGNS = Pattern.compile("[A-Za-z0-9-]*");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

  /// As it begins when it is Slack's own, and as the whole of it looks.
  private static final Pattern NUMBERED = Pattern.compile("\\d{9,}(-.*)?|1-A[A-Z0-9]{7,}(-.*)?");

  private static final Pattern WHOLE =
      Pattern.compile("(\\d{9,}-){1,2}[A-Za-z0-9]{20,}|1-A[A-Z0-9]{7,}-\\d{9,}-[A-Za-z0-9]{32,}");

  /// What manuals put where a token belongs.
  private static final Pattern STAND_IN =
      Pattern.compile(
          "(?i).*([<>{}\\[\\]()$…*]|\\.\\.|(?<![0-9a-z])(your|yours|my|din|ditt|here|replace|change"
              + "|changeme|placeholder|example|insert|paste|todo)(?![0-9a-z])|x{4}).*");

  private final String variable;
  private final String prefix;
  private final String wayOut;

  Credential(String variable, String prefix, String wayOut) {
    this.variable = variable;
    this.prefix = prefix;
    this.wayOut = wayOut;
  }

  String variable() {
    return variable;
  }

  /// A sentence with the way out, without the value; empty when it may well be what it should be.
  ///
  /// @param isSlacks whether Slack itself gave it; another server, as a rehearsal's, gives any
  Optional<String> wrong(String value, boolean isSlacks) {
    return Stream.of(
            another(value), shape(value), isSlacks ? length(value) : Optional.<String>empty())
        .flatMap(Optional::stream)
        .findFirst()
        .map(wrong -> variable + " " + wrong + " " + wayOut);
  }

  /// Whether it looks as Slack's own look today.
  boolean isUsual(String value) {
    return this == SIGNING_SECRET
        ? HEX.matcher(value).matches()
        : WHOLE.matcher(value.substring(prefix.length())).matches();
  }

  private Optional<String> another(String value) {
    String given = value.toLowerCase(Locale.ROOT);
    if (this != SIGNING_SECRET && given.startsWith(prefix)) {
      return value.startsWith(prefix)
          ? Optional.empty()
          : Optional.of("must begin with " + prefix + ", in small letters.");
    }
    String found = kind(given, value);
    if (this == SIGNING_SECRET) {
      return found == null || HEX.matcher(value).matches()
          ? Optional.empty()
          : Optional.of("must be a signing secret, and holds " + found + ".");
    }
    return Optional.of(
        "must begin with " + prefix + (found == null ? "." : ", and holds " + found + "."));
  }

  /// What it is instead, as far as one can tell; else null.
  private static String kind(String given, String value) {
    if (given.startsWith("xoxe.")) {
      return "a token that Slack changes every 12 hours: switch token rotation off in the app";
    } else if (given.startsWith("xoxe-")) {
      return "a token to get others by (xoxe-), which the bot has no use for";
    } else if (given.startsWith("xoxb-")) {
      return "a bot token (xoxb-), which belongs in SLACK_BOT_TOKEN";
    } else if (given.startsWith("xapp-")) {
      return "an app-level token (xapp-), which belongs in SLACK_APP_TOKEN";
    } else if (given.startsWith("xoxp-")) {
      return "a person's own token (xoxp-), which the bot has no use for";
    } else if (given.matches("xox[a-z]-.*")) {
      return "a token of another kind (" + given.substring(0, 5) + ")";
    } else if (given.startsWith("http")) {
      return "an address";
    }
    return HEX.matcher(value).matches()
        ? "what looks like a signing secret, which belongs in SLACK_SIGNING_SECRET"
        : null;
  }

  private Optional<String> shape(String value) {
    String own = value.substring(prefix.length());
    if (own.isEmpty() || STAND_IN.matcher(own).matches()) {
      return Optional.of("holds what a manual puts in the place of the real one.");
    }
    return SIGNS.matcher(own).matches()
        ? Optional.empty()
        : Optional.of("holds a blank or another sign that none has.");
  }

  private Optional<String> length(String value) {
    String own = value.substring(prefix.length());
    boolean isCut =
        this == SIGNING_SECRET
            ? own.length() < SHORTEST
            : NUMBERED.matcher(own).matches() && !WHOLE.matcher(own).matches();
    return isCut
        ? Optional.of("is too short: a part of it seems to be missing.")
        : Optional.empty();
  }
}
