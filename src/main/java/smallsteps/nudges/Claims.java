package smallsteps.nudges;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.config.Prompts;
import smallsteps.plans.Asked;
import smallsteps.storage.Sql;
import smallsteps.weekly.Rhythm;

/// Claims a slot, with the prompt that comes next in its channel. Each method is for one
/// transaction.
record Claims(Prompts prompts) {

  /// A slot of its own, due now; false when one is due this very second already.
  boolean now(Sql sql, Channel channel, ZoneId zone, Language language, Instant now) {
    var wanted = new Wanted(channel, now, zone, language, false);
    return claim(sql, wanted, now.atZone(zone).toLocalDate(), now);
  }

  /// False when the slot, or another planned one of its day, is there already.
  boolean planned(Sql sql, Asked asked, Rhythm.Slot slot, Instant now) {
    var wanted =
        new Wanted(asked.channel(), slot.due(), asked.rhythm().zone(), asked.language(), true);
    return claim(sql, wanted, slot.date(), now);
  }

  /// What is to be claimed.
  private record Wanted(
      Channel channel, Instant due, ZoneId zone, Language language, boolean isPlanned) {}

  private boolean claim(Sql sql, Wanted wanted, LocalDate date, Instant now) {
    Channel channel = wanted.channel();
    var next =
        new Rotation(prompts.in(wanted.language()))
            .next(channel, new SlotStore(sql).history(channel));
    var slot =
        new NudgeSlot(
            channel,
            wanted.due(),
            wanted.zone(),
            wanted.language(),
            wanted.isPlanned(),
            next.prompt().id(),
            next.prompt().principle());
    return new ClaimStore(sql).claim(slot, date, next.round(), now);
  }
}
