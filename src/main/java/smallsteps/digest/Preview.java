package smallsteps.digest;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.ChannelLanguages;
import smallsteps.Content;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.DateShape;
import smallsteps.config.Words;
import smallsteps.plans.Plans.PlannedDigest;
import smallsteps.storage.Database;
import smallsteps.weekly.Receipt;

/// `/smallthing digest`: what the digest would say if it came now, when it comes, and how the last
/// one went. Only the one who asks sees it.
final class Preview {
  private final Words words;
  private final Database database;
  private final Editor editor;
  private final DigestFeature.Neighbours neighbours;
  private final ChannelLanguages languages;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone of a channel that has not chosen one
  Preview(
      Words words,
      Database database,
      Editor editor,
      DigestFeature.Neighbours neighbours,
      InstantSource clock,
      ZoneId zone) {
    this.words = words;
    this.database = database;
    this.editor = editor;
    this.neighbours = neighbours;
    this.clock = clock;
    this.zone = zone;
    languages = neighbours.languages();
  }

  Reply answer(Request.Command asked) {
    Channel channel = asked.channel();
    Optional<PlannedDigest> plan =
        neighbours.planned().get().stream().filter(p -> p.channel().equals(channel)).findFirst();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Week week =
        editor.week(channel, plan.map(PlannedDigest::zone).orElse(zone), now.plusSeconds(1));
    var say = words.in(asked.language());
    String comes = plan.map(p -> comes(say, p)).orElseGet(() -> say.say("digest.off"));
    String last = last(say, channel);
    if (week.isEmpty()) {
      return Reply.onlyYou(Content.of(say.say("digest.preview_none") + " " + comes + last));
    }
    String note = say.say("digest.preview") + " " + comes + last;
    return Reply.onlyYou(editor.preview(week, languages.of(channel), note));
  }

  private static String comes(Words.Sentences say, PlannedDigest plan) {
    var locale = say.language().locale();
    return say.say(
        "digest.comes",
        "weekday",
        plan.weekday().getDisplayName(TextStyle.FULL, locale),
        "time",
        plan.time(),
        "zone",
        plan.zone().getId());
  }

  /// Empty where there is nothing to tell.
  private String last(Words.Sentences say, Channel channel) {
    return database
        .read(sql -> new DigestStore(sql).receipt(channel))
        .filter(receipt -> receipt.reason() != null)
        .map(receipt -> " " + notPosted(say, receipt))
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
