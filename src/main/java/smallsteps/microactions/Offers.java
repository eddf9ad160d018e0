package smallsteps.microactions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.config.Prompt;
import smallsteps.config.Prompts;
import smallsteps.storage.Database;

/// What there is to do in so many minutes: what the nudge itself says, then what is of its
/// principle, the channel's own first, then the rest.
record Offers(Prompts prompts, Database database) {
  static final String PROMPT = "p:";
  private static final String MEMBERS = "m:";

  /// The one that was asked for; the first there is should it be gone.
  Offer find(Offer.Asked asked, Channel channel, Language language) {
    List<Offer> all = all(asked, channel, language);
    return all.stream()
        .filter(offer -> offer.key().equals(asked.key()))
        .findFirst()
        .orElseGet(all::getFirst);
  }

  /// The one after it; after the last the first again.
  Offer next(Offer.Asked asked, Channel channel, Language language) {
    List<Offer> all = all(asked, channel, language);
    List<String> keys = all.stream().map(Offer::key).toList();
    return all.get((keys.indexOf(asked.key()) + 1) % all.size());
  }

  private List<Offer> all(Offer.Asked asked, Channel channel, Language language) {
    List<Offer> members =
        database.read(sql -> new MicroactionStore(sql).accepted(channel)).stream()
            .filter(own -> own.language().equals(language) && own.minutes() == asked.minutes())
            .map(own -> new Offer(own.minutes(), own.principle(), MEMBERS + own.id(), own.text()))
            .toList();
    List<Offer> shipped =
        prompts.in(language).stream().map(prompt -> of(prompt, asked.minutes())).toList();
    Predicate<Offer> isOfNudge = offer -> offer.principle() == asked.principle();
    Map<String, Offer> inOrder = new LinkedHashMap<>();
    add(inOrder, shipped, offer -> offer.key().equals(asked.first()));
    add(inOrder, members, isOfNudge);
    add(inOrder, shipped, isOfNudge);
    add(inOrder, members, isOfNudge.negate());
    add(inOrder, shipped, isOfNudge.negate());
    return new ArrayList<>(inOrder.values());
  }

  private static Offer of(Prompt prompt, int minutes) {
    return new Offer(
        minutes, prompt.principle(), PROMPT + prompt.id(), prompt.actions().get(minutes));
  }

  private static void add(Map<String, Offer> to, List<Offer> offers, Predicate<Offer> which) {
    offers.stream().filter(which).forEach(offer -> to.putIfAbsent(offer.key(), offer));
  }
}
