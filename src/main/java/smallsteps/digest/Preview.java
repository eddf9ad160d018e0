package smallsteps.digest;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.Content;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.DateShape;
import smallsteps.config.Words;
import smallsteps.plans.Asked;
import smallsteps.plans.Plans;
import smallsteps.weekly.Receipt;
import smallsteps.weekly.Rhythm;

/// `/smallthing digest`: what the digest would say if it came now, when it comes, and how the last
/// one went. Only the one who asks sees it.
final class Preview {
  private final Words words;
  private final DueDigests due;
  private final Editor editor;
  private final DigestFeature.Neighbours neighbours;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone of a channel that has not chosen one
  Preview(
      Words words,
      DueDigests due,
      Editor editor,
      DigestFeature.Neighbours neighbours,
      InstantSource clock,
      ZoneId zone) {
    this.words = words;
    this.due = due;
    this.editor = editor;
    this.neighbours = neighbours;
    this.clock = clock;
    this.zone = zone;
  }

  Reply answer(Request.Command asked) {
    Channel channel = asked.channel();
    Optional<Asked> plan = neighbours.plans().asked(channel, Plans.DIGEST);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Week week =
        editor.week(
            channel, plan.map(Asked::rhythm).map(Rhythm::zone).orElse(zone), now.plusSeconds(1));
    var say = words.in(asked.language());
    String comes =
        plan.map(asks -> comes(say, asks.rhythm())).orElseGet(() -> say.say("digest.off"));
    String last = last(say, channel);
    if (week.isEmpty()) {
      return Reply.onlyYou(Content.of(say.say("digest.preview_none") + " " + comes + last));
    }
    String note = say.say("digest.preview") + " " + comes + last;
    return Reply.onlyYou(editor.preview(week, neighbours.plans().of(channel), note));
  }

  private static String comes(Words.Sentences say, Rhythm rhythm) {
    var locale = say.language().locale();
    return say.say(
        "digest.comes",
        "weekday",
        rhythm.weekday().getDisplayName(TextStyle.FULL, locale),
        "time",
        rhythm.time(),
        "zone",
        rhythm.zone().getId());
  }

  /// Empty where there is nothing to tell.
  private String last(Words.Sentences say, Channel channel) {
    return due.receipts(channel).stream()
        .filter(receipt -> receipt.reason() != null)
        .map(receipt -> " " + notPosted(say, receipt))
        .findFirst()
        .orElse("");
  }

  private static String notPosted(Words.Sentences say, Receipt receipt) {
    String code = receipt.reason();
    String key = DigestReason.hasWords(code) ? code : "refused";
    return say.say(
        "digest.not_posted",
        "date",
        say.date(DateShape.DAY, receipt.due().atZone(receipt.zone())),
        "reason",
        say.say("digest.reason." + key, "code", code));
  }
}
