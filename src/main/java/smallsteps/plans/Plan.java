package smallsteps.plans;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.storage.Row;
import smallsteps.weekly.Rhythm;

/// What a channel asked for.
///
/// @param pause null while it goes on
/// @param setBy null once that person is forgotten
/// @param setAt nothing is due before this
public record Plan(
    Channel channel,
    Rhythm rhythm,
    Language language,
    Pause pause,
    Choices choices,
    String setBy,
    Instant setAt) {

  static final String SKIP = "skip";
  static final String OWNER = "owner";

  public boolean isPausedOn(LocalDate date) {
    return pause != null && (pause.until() == null || date.isBefore(pause.until()));
  }

  /// Once its owner is forgotten a plan is anyone's.
  boolean mayBeChangedBy(String userId) {
    return !choices.isOwnersAlone() || setBy == null || setBy.equals(userId);
  }

  Plan with(Language other) {
    return new Plan(channel, rhythm, other, pause, choices, setBy, setAt);
  }

  /// @param other null to go on
  public Plan with(Pause other) {
    return new Plan(channel, rhythm, language, other, choices, setBy, setAt);
  }

  Plan with(Choices other) {
    return new Plan(channel, rhythm, language, pause, other, setBy, setAt);
  }

  Plan with(Rhythm other) {
    return new Plan(channel, other, language, pause, choices, setBy, setAt);
  }

  Plan since(Instant earlier) {
    return new Plan(channel, rhythm, language, pause, choices, setBy, earlier);
  }

  Plan ownedBy(String userId) {
    return new Plan(channel, rhythm, language, pause, choices, userId, setAt);
  }

  /// @param reason [Reason#ASKED], or what Slack refused a nudge with
  /// @param until the first day it goes again; null until somebody resumes it
  public record Pause(String reason, LocalDate until) {
    public static final String NOT_IN_CHANNEL = "not_in_channel";
    public static final String IS_ARCHIVED = "is_archived";

    /// It lasts until a person lets the bot write in the channel again.
    public boolean needsAPerson() {
      return Reason.needsAPerson(reason);
    }
  }

  /// As it stands in the table `nudge_plan`.
  public static Plan of(Row row) {
    String pause = row.text("pause_reason");
    return new Plan(
        new Channel(row.text("team_id"), row.text("channel_id")),
        new Rhythm(
            DayOfWeek.of(row.number("weekday")),
            LocalTime.parse(row.text("local_time")),
            ZoneId.of(row.text("zone")),
            date(row, "every_second_from")),
        new Language(row.text("language")),
        pause == null ? null : new Plan.Pause(pause, date(row, "paused_until")),
        choices(row),
        row.text("set_by"),
        row.instant("set_at"));
  }

  private static Choices choices(Row row) {
    Set<Skip> skips = EnumSet.noneOf(Skip.class);
    if (row.text("holiday_rule").equals(SKIP)) {
      skips.add(Skip.RED_DAY);
    }
    addIf(row.number("skip_eves"), Skip.EVE, skips);
    addIf(row.number("skip_bridge_days"), Skip.BRIDGE_DAY, skips);
    addIf(row.number("skip_summer"), Skip.SUMMER, skips);
    Integer weekday = row.numberOrNull("digest_weekday");
    Choices.Digest digest =
        weekday == null
            ? null
            : new Choices.Digest(
                DayOfWeek.of(weekday),
                LocalTime.parse(row.text("digest_time")),
                row.instant("digest_set_at"));
    return new Choices(skips, digest, row.text("changed_by").equals(OWNER));
  }

  private static void addIf(int chosen, Skip skip, Set<Skip> skips) {
    if (chosen == 1) {
      skips.add(skip);
    }
  }

  private static LocalDate date(Row row, String column) {
    String text = row.text(column);
    return text == null ? null : LocalDate.parse(text);
  }
}
