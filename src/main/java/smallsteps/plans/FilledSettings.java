package smallsteps.plans;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.Request;
import smallsteps.weekly.Every;
import smallsteps.weekly.Rhythm;

/// What somebody filled in in the settings of one channel, and what of it can't be.
final class FilledSettings {
  private final Request.ViewSubmission filled;
  private final Channel channel;
  private final Optional<Plan> before;
  private final Instant now;
  private final Map<String, String> mistakes = new LinkedHashMap<>();

  /// What somebody wants by it.
  sealed interface Wish {
    record Off() implements Wish {}

    record Planned(Plan plan) implements Wish {}

    /// @param keys of the sentences that say what is wrong, by `block_id`
    record Mistaken(Map<String, String> keys) implements Wish {}
  }

  private FilledSettings(
      Request.ViewSubmission filled, Channel channel, Optional<Plan> before, Instant now) {
    this.filled = filled;
    this.channel = channel;
    this.before = before;
    this.now = now;
  }

  /// @param before the plan there is
  static Wish read(
      Request.ViewSubmission filled, Channel channel, Optional<Plan> before, Instant now) {
    return new FilledSettings(filled, channel, before, now).wish();
  }

  /// Nothing that is filled in is wrong where nothing is to come.
  private Wish wish() {
    if (state().equals(SettingsModal.OFF)) {
      return new Wish.Off();
    }
    Plan plan = plan();
    return mistakes.isEmpty() ? new Wish.Planned(plan) : new Wish.Mistaken(mistakes);
  }

  /// Something stands in it for each part that is wrong.
  private Plan plan() {
    Rhythm rhythm = rhythm();
    boolean isOwnersAlone = SettingsModal.OWNER.equals(value(SettingsModal.WHO));
    return new Plan(
        channel,
        rhythm,
        new Language(value(SettingsModal.LANGUAGE)),
        pause(rhythm.zone()),
        new Choices(skips(), digest(), isOwnersAlone),
        filled.user().id(),
        now);
  }

  /// Weeks are counted as before where they may be.
  private Rhythm rhythm() {
    var weekly =
        new Rhythm(
            DayOfWeek.valueOf(value(SettingsModal.WEEKDAY)),
            LocalTime.parse(value(SettingsModal.TIME)),
            zone());
    String often = value(SettingsModal.EVERY);
    Optional<Rhythm> old = before.map(Plan::rhythm);
    if (often == null) { // a form of an older version
      return weekly.every(old.map(Rhythm::every).orElse(Every.WEEK));
    }
    return old.filter(rhythm -> rhythm.weekday() == weekly.weekday())
        .map(Rhythm::every)
        .filter(every -> Often.of(every).code().equals(often))
        .map(weekly::every)
        .orElseGet(() -> weekly.every(Often.read(often).every().from(weekly.next(now))));
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(value(SettingsModal.ZONE));
    } catch (DateTimeException noSuchZone) {
      mistakes.put(block(SettingsModal.ZONE), "modal.no_such_zone");
      return ZoneId.of("UTC");
    }
  }

  private Plan.Pause pause(ZoneId zone) {
    String date = value(SettingsModal.UNTIL);
    LocalDate until = date == null ? null : LocalDate.parse(date);
    if (!state().equals(SettingsModal.PAUSED)) {
      // A date that stood there when the pause was ended goes with it.
      boolean isNew = until != null && !until.equals(pausedUntil());
      if (isNew) {
        mistakes.put(block(SettingsModal.UNTIL), "modal.until_without_pause");
      }
      return null;
    } else if (until != null && !until.isAfter(now.atZone(zone).toLocalDate())) {
      mistakes.put(block(SettingsModal.UNTIL), "modal.until_is_over");
    }
    return before
        .map(Plan::pause)
        .filter(pause -> until == null && pause.until() == null)
        .orElse(new Plan.Pause(Reason.ASKED, until));
  }

  private LocalDate pausedUntil() {
    return before.map(Plan::pause).map(Plan.Pause::until).orElse(null);
  }

  private Set<Skip> skips() {
    List<String> codes = filled.values().getOrDefault(block(SettingsModal.SKIPS), List.of());
    return Arrays.stream(Skip.values())
        .filter(skip -> codes.contains(skip.code()))
        .collect(Collectors.toSet());
  }

  /// One that keeps its time keeps what is due.
  private Choices.Digest digest() {
    String day = value(SettingsModal.DIGEST_DAY);
    String time = value(SettingsModal.DIGEST_TIME);
    if (day.equals(SettingsModal.NONE)) {
      return null;
    } else if (time == null) {
      mistakes.put(block(SettingsModal.DIGEST_TIME), "modal.digest_without_time");
      return null;
    }
    var digest = new Choices.Digest(DayOfWeek.valueOf(day), LocalTime.parse(time), now);
    return before.map(plan -> plan.choices().digest()).filter(digest::isSameTime).orElse(digest);
  }

  private String state() {
    String state = value(SettingsModal.STATE);
    return state == null ? SettingsModal.ON : state;
  }

  private String value(String name) {
    return filled.value(block(name));
  }

  private String block(String name) {
    return name + ":" + channel.id();
  }
}
