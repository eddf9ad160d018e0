package smallsteps.plans;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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

  static final String OWNER = "owner";

  public boolean isPausedOn(LocalDate date) {
    return pause != null && pause.holds(date);
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

    boolean holds(LocalDate date) {
      return until == null || date.isBefore(until);
    }

    /// It lasts until a person lets the bot write in the channel again.
    public boolean needsAPerson() {
      return Reason.needsAPerson(reason);
    }
  }

  /// A row of the table `nudge_plan`, with its nudge and its digest of the table `weekly`.
  static Plan of(Row row) {
    Asked nudge = Asked.of(row);
    return new Plan(
        nudge.channel(),
        nudge.rhythm(),
        nudge.language(),
        nudge.pause(),
        new Choices(nudge.skips(), digest(row), row.text("changed_by").equals(OWNER)),
        row.text("set_by"),
        nudge.since());
  }

  private static Choices.Digest digest(Row row) {
    Integer weekday = row.numberOrNull("digest_weekday");
    return weekday == null
        ? null
        : new Choices.Digest(
            DayOfWeek.of(weekday),
            LocalTime.parse(row.text("digest_time")),
            row.instant("digest_since"));
  }
}
