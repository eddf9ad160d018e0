package smallsteps.microactions;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import smallsteps.MalformedException;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.care.Care;
import smallsteps.care.Kind;
import smallsteps.config.DateShape;
import smallsteps.config.Words;
import smallsteps.storage.Database;

/// "I have 5 minutes", "another one", "I'll do it".
final class Promises {
  private final Words words;
  private final OfferBlocks blocks;
  private final Offers offers;
  private final Database database;
  private final Care care;
  private final InstantSource clock;

  Promises(Words words, Offers offers, Database database, Care care, InstantSource clock) {
    this.words = words;
    this.offers = offers;
    this.database = database;
    this.care = care;
    this.clock = clock;
    blocks = new OfferBlocks(words);
  }

  Reply offer(Request.Action pressed) {
    Offer.Asked asked = Offer.Asked.under(pressed);
    Offer offer = offers.find(asked, pressed.channel(), pressed.language());
    return Reply.onlyYou(blocks.offer(offer, asked, pressed.language()));
  }

  Reply otherTime(Request.Action pressed) {
    Offer.Asked asked = Offer.Asked.of(pressed.value());
    Offer offer = offers.find(asked, pressed.channel(), pressed.language());
    return new Reply.Replace(blocks.offer(offer, asked, pressed.language()));
  }

  Reply another(Request.Action pressed) {
    Offer.Asked asked = Offer.Asked.of(pressed.value());
    Offer offer = offers.next(asked, pressed.channel(), pressed.language());
    return new Reply.Replace(blocks.offer(offer, asked, pressed.language()));
  }

  Reply promise(Request.Action pressed) {
    Offer.Asked asked = Offer.Asked.of(pressed.value());
    String teamId = pressed.user().teamId();
    String channelId = MalformedException.need("channel", pressed.channelId());
    Offer offer = offers.find(asked, pressed.channel(), pressed.language());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var promise =
        new Promise(
            pressed.user(),
            UUID.randomUUID().toString(),
            channelId,
            asked.nudgeTs(),
            offer.key(),
            offer.principle(),
            offer.minutes(),
            offer.text(),
            now);
    ZoneId zone = care.person(pressed.user()).zone();
    Instant askAt = askAt(promise, zone);
    String id = database.write(sql -> new PromiseStore(sql).add(promise, askAt));
    String thanks = thanks(promise, askAt, zone, pressed);
    return new Reply.Replace(blocks.promised(id, thanks, pressed.language()));
  }

  /// Null when they want no such question.
  private Instant askAt(Promise promise, ZoneId zone) {
    Instant at = AskTime.after(promise.promisedAt(), zone);
    return care.opens(promise.user(), Kind.MICROACTION_FOLLOWUP, at).orElse(null);
  }

  private String thanks(Promise promise, Instant askAt, ZoneId zone, Request.Action pressed) {
    var say = words.in(pressed.language());
    if (askAt == null) {
      return say.say("microactions.promised_unasked", "action", promise.text());
    }
    String when = say.date(DateShape.WEEKDAY, askAt.atZone(zone));
    return say.say("microactions.promised", "action", promise.text(), "when", when);
  }
}
