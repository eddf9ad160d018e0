package smallsteps.pace;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;
import smallsteps.plans.Plans;
import smallsteps.plans.PlansFeature;
import smallsteps.storage.Database;

/// What the channel says: keep them, less often, or pause.
final class PaceAnswers {
  private final Words words;
  private final PaceBlocks blocks;
  private final Database database;
  private final Plans plans;
  private final PlansFeature plansRoom;
  private final InstantSource clock;

  PaceAnswers(
      Words words,
      PaceBlocks blocks,
      Database database,
      Plans plans,
      PlansFeature plansRoom,
      InstantSource clock) {
    this.words = words;
    this.blocks = blocks;
    this.database = database;
    this.plans = plans;
    this.plansRoom = plansRoom;
    this.clock = clock;
  }

  Reply keep(Request.Action pressed) {
    return answered(pressed, "keep");
  }

  /// The coming week is the first without a nudge where this one has had its own.
  Reply less(Request.Action pressed) {
    return changed(
        pressed,
        "less",
        () -> plans.everySecondWeek(pressed.channel(), pressed.user().id(), today(pressed)));
  }

  Reply pause(Request.Action pressed) {
    return changed(pressed, "pause", () -> plans.pause(pressed.channel(), pressed.user().id()));
  }

  /// An owner who has left the workspace forbids nothing.
  ///
  /// @param change false where there is no plan, or only its owner may change it
  private Reply changed(Request.Action pressed, String answer, BooleanSupplier change) {
    boolean isFreed = plansRoom.freed(pressed.channel(), pressed.user().id());
    Reply answered =
        change.getAsBoolean() ? answered(pressed, answer) : onlyYou(pressed, "pace.not_changed");
    return isFreed ? Reply.all(answered, onlyYou(pressed, "nudges.owner_has_left")) : answered;
  }

  /// In the week of the channel's last nudge.
  private LocalDate today(Request.Action pressed) {
    Instant now = clock.instant();
    return plans
        .asked(pressed.channel(), Plans.NUDGE)
        .map(channel -> now.atZone(channel.rhythm().zone()).toLocalDate())
        .orElse(LocalDate.EPOCH);
  }

  private Reply answered(Request.Action pressed, String answer) {
    database.write(sql -> {
      new PaceStore(sql).answer(pressed.channel(), answer);
      return null;
    });
    Language language = plans.of(pressed.channel());
    return new Reply.Replace(blocks.answered(answer, language));
  }

  private Reply onlyYou(Request.Action pressed, String key) {
    return Reply.onlyYou(Content.of(words.in(pressed.language()).say(key)));
  }
}
