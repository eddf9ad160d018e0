package smallsteps.pace;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;
import smallsteps.nudges.Nudges;
import smallsteps.nudges.NudgesFeature;
import smallsteps.storage.Database;

/// What the channel says: keep them, less often, or pause.
final class PaceAnswers {
  private final Words words;
  private final PaceBlocks blocks;
  private final Database database;
  private final Nudges nudges;
  private final NudgesFeature plans;
  private final InstantSource clock;

  PaceAnswers(
      Words words,
      PaceBlocks blocks,
      Database database,
      Nudges nudges,
      NudgesFeature plans,
      InstantSource clock) {
    this.words = words;
    this.blocks = blocks;
    this.database = database;
    this.nudges = nudges;
    this.plans = plans;
    this.clock = clock;
  }

  Reply keep(Request.Action pressed) {
    return answered(pressed, "keep");
  }

  /// The coming week is the first without a nudge where this one has had its own.
  Reply less(Request.Action pressed) {
    String teamId = pressed.user().teamId();
    boolean isChanged =
        plans.everySecondWeek(teamId, pressed.channelId(), pressed.user().id(), today(pressed));
    return isChanged ? answered(pressed, "less") : notChanged(pressed);
  }

  Reply pause(Request.Action pressed) {
    boolean isChanged =
        plans.pause(pressed.user().teamId(), pressed.channelId(), pressed.user().id());
    return isChanged ? answered(pressed, "pause") : notChanged(pressed);
  }

  /// In the week of the channel's last nudge.
  private LocalDate today(Request.Action pressed) {
    Instant now = clock.instant();
    return channel(pressed)
        .map(channel -> now.atZone(channel.zone()).toLocalDate())
        .orElse(LocalDate.EPOCH);
  }

  private Optional<Nudges.Weekly> channel(Request.Action pressed) {
    return nudges.weekly().stream()
        .filter(channel ->
            channel.teamId().equals(pressed.user().teamId())
                && channel.channelId().equals(pressed.channelId()))
        .findFirst();
  }

  private Reply answered(Request.Action pressed, String answer) {
    database.write(sql -> {
      new PaceStore(sql).answer(pressed.user().teamId(), pressed.channelId(), answer);
      return null;
    });
    Language language = nudges.of(pressed.user().teamId(), pressed.channelId());
    return new Reply.Replace(blocks.answered(answer, language));
  }

  private Reply notChanged(Request.Action pressed) {
    return Reply.onlyYou(Content.of(words.in(pressed.language()).say("pace.not_changed")));
  }
}
