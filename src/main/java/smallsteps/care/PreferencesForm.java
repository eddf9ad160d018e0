package smallsteps.care;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.MalformedException;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.config.DateShape;
import smallsteps.config.Words;
import smallsteps.storage.Database;

/// The modals in use: what opens them, and what becomes of what was chosen.
final class PreferencesForm {
  private final Words words;
  private final PreferencesModal modal;
  private final Care care;
  private final Database database;
  private final InstantSource clock;

  PreferencesForm(Words words, Care care, Database database, InstantSource clock) {
    this.words = words;
    this.care = care;
    this.database = database;
    this.clock = clock;
    modal = new PreferencesModal(words);
  }

  Reply open(User user, Language language) {
    return open(user, language, null);
  }

  private Reply open(User user, Language language, Kind why) {
    Preferences chosen = care.preferences(user);
    return new Reply.OpenView(modal.person(language, chosen, why, snoozed(user, chosen, language)));
  }

  /// Null when nothing is snoozed.
  private String snoozed(User user, Preferences chosen, Language language) {
    return chosen.isSnoozedAt(clock.instant())
        ? date(chosen.snoozedUntil(), care.person(user).zone(), language)
        : null;
  }

  Reply why(Request.Action pressed) {
    Kind kind = Kind.of(pressed.value());
    if (kind.goesToAPerson()) {
      return open(pressed.user(), pressed.language(), kind);
    }
    boolean isOff = database.read(sql -> new CareStore(sql).isOff(pressed.channel(), kind));
    return new Reply.OpenView(modal.channel(pressed.language(), kind, pressed.channelId(), !isOff));
  }

  Reply submitted(Request.ViewSubmission filled) {
    Preferences before = care.preferences(filled.user());
    ZoneId zone = care.person(filled.user()).zone();
    String code = filled.value(PreferencesModal.LANGUAGE);
    Language chosen =
        code == null || code.equals(PreferencesModal.NONE) ? null : new Language(code);
    var now =
        new Preferences(
            chosen,
            new QuietHours(
                time(filled, PreferencesModal.FROM, before.quiet().from()),
                time(filled, PreferencesModal.UNTIL, before.quiet().until())),
            snooze(filled.value(PreferencesModal.SNOOZE), before, zone),
            off(filled));
    care.save(filled.user(), now);
    Language language = Optional.ofNullable(chosen).orElse(filled.language());
    return new Reply.OpenView(modal.saved(language, sentences(now, zone, language)));
  }

  private static LocalTime time(Request.ViewSubmission filled, String block, LocalTime before) {
    return Optional.ofNullable(filled.value(block)).map(LocalTime::parse).orElse(before);
  }

  private static EnumSet<Kind> off(Request.ViewSubmission filled) {
    var off = EnumSet.copyOf(Kind.toPeople());
    filled
        .values()
        .getOrDefault(PreferencesModal.KINDS, List.of())
        .forEach(on -> off.remove(Kind.of(on)));
    return off;
  }

  private Instant snooze(String chosen, Preferences before, ZoneId zone) {
    ZonedDateTime now = clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(zone);
    return switch (chosen) {
      case PreferencesModal.WEEK -> now.plusWeeks(1).toInstant();
      case PreferencesModal.MONTH -> now.plusMonths(1).toInstant();
      case PreferencesModal.KEEP -> before.snoozedUntil();
      case null, default -> null;
    };
  }

  /// What goes from now on.
  private List<String> sentences(Preferences chosen, ZoneId zone, Language language) {
    var say = words.in(language);
    var sentences = new ArrayList<String>();
    String kinds =
        Kind.toPeople().stream()
            .filter(kind -> !chosen.off().contains(kind))
            .map(kind -> "• " + say.say("care.kind." + kind.stored()))
            .collect(Collectors.joining("\n"));
    sentences.add(
        kinds.isEmpty()
            ? say.say("care.saved.nothing")
            : say.say("care.saved.kinds") + "\n" + kinds);
    QuietHours quiet = chosen.quiet();
    sentences.add(
        quiet.from().equals(quiet.until())
            ? say.say("care.saved.never_quiet")
            : say.say("care.saved.quiet", "from", quiet.from(), "until", quiet.until()));
    if (chosen.isSnoozedAt(clock.instant())) {
      sentences.add(
          say.say("care.saved.snoozed", "date", date(chosen.snoozedUntil(), zone, language)));
    }
    return sentences;
  }

  private String date(Instant at, ZoneId zone, Language language) {
    return words.in(language).date(DateShape.DAY, at.atZone(zone));
  }

  Reply switched(Request.ViewSubmission filled) {
    List<String> carried = MalformedException.words("view", filled.privateMetadata(), 2);
    boolean isOn = !PreferencesModal.OFF.equals(filled.value(PreferencesModal.SWITCH));
    var channel = new Channel(filled.user().teamId(), carried.get(1));
    database.write(sql -> {
      new CareStore(sql).set(channel, Kind.of(carried.get(0)), isOn);
      return null;
    });
    String now =
        words.in(filled.language()).say(isOn ? "care.channel.is_on" : "care.channel.is_off");
    return new Reply.OpenView(modal.saved(filled.language(), List.of(now)));
  }
}
