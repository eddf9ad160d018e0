package smallsteps.microactions;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import smallsteps.Anonymity;
import smallsteps.ChannelLanguages;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.MalformedException;
import smallsteps.Post;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;
import smallsteps.storage.Database;

/// What members propose, and the channel's word on it.
final class Proposals {
  private static final int USUAL_MINUTES = 5;

  private final Words words;
  private final ProposalModal modal;
  private final ProposalBlocks blocks;
  private final Database database;
  private final ChannelLanguages languages;
  private final InstantSource clock;

  Proposals(
      Words words,
      BiFunction<Integer, Language, String> principleTitles,
      Database database,
      ChannelLanguages languages,
      InstantSource clock) {
    this.words = words;
    this.database = database;
    this.languages = languages;
    this.clock = clock;
    modal = new ProposalModal(words, principleTitles);
    blocks = new ProposalBlocks(words, principleTitles);
  }

  /// From an offer: of its principle and as long.
  Reply open(Request.Action pressed) {
    Offer.Asked asked = Offer.Asked.of(pressed.value());
    return new Reply.OpenView(
        modal.open(pressed.language(), pressed.channelId(), asked.principle(), asked.minutes()));
  }

  Reply open(Request.GlobalShortcut asked) {
    return new Reply.OpenView(modal.open(asked.language(), null, 1, USUAL_MINUTES));
  }

  Reply submitted(Request.ViewSubmission filled) {
    var say = words.in(filled.language());
    String text = filled.text(ProposalModal.TEXT);
    String channelId =
        filled.privateMetadata().isEmpty()
            ? filled.value(ProposalModal.CHANNEL)
            : filled.privateMetadata();
    if (text.isEmpty()) {
      return new Reply.ViewErrors(
          Map.of(ProposalModal.TEXT, say.plain("microactions.form.text_missing")));
    } else if (channelId == null) {
      return new Reply.ViewErrors(Map.of(ProposalModal.CHANNEL, say.plain("wins.channel_missing")));
    }
    if (Anonymity.beginsSo(text)) {
      return new Reply.ViewErrors(Map.of(ProposalModal.TEXT, say.plain("wins.whose.named_here")));
    }
    Microaction own = proposal(filled, channelId, text);
    boolean isNew = database.write(sql -> new MicroactionStore(sql).add(own));
    return isNew
        ? Reply.all(
            new Reply.OnlyYou(Content.of(say.say("microactions.thanks")), channelId),
            new Reply.Send(post(own)))
        : Reply.nothing();
  }

  /// The view's id is the proposal's: Slack may send a submission again.
  private Microaction proposal(Request.ViewSubmission filled, String channelId, String text) {
    return new Microaction(
        filled.user().teamId(),
        filled.viewId(),
        channelId,
        Offer.Asked.principle(filled.value(ProposalModal.PRINCIPLE)),
        Offer.Asked.minutes(filled.value(ProposalModal.MINUTES)),
        new Language(MalformedException.need("language", filled.value(ProposalModal.LANGUAGE))),
        text,
        filled.user().id(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  private Post post(Microaction own) {
    Content content = blocks.proposed(own, languages.of(own.teamId(), own.channelId()));
    return new Post(own.teamId(), own.channelId(), null, content, null, null, _ -> {});
  }

  Reply accept(Request.Action pressed) {
    Optional<Microaction> proposed = proposed(pressed);
    if (proposed.isEmpty()) {
      return onlyYou(pressed, "microactions.decided");
    } else if (proposed.get().proposedBy().equals(pressed.user().id())) {
      return onlyYou(pressed, "microactions.own");
    }
    boolean isAccepted =
        database.write(sql ->
            new MicroactionStore(sql)
                .accept(
                    pressed.user(),
                    pressed.value(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    return isAccepted
        ? new Reply.Replace(
            blocks.accepted(proposed.get(), pressed.user().id(), channelsLanguage(pressed)))
        : onlyYou(pressed, "microactions.decided");
  }

  Reply decline(Request.Action pressed) {
    boolean isGone =
        database.write(
            sql -> new MicroactionStore(sql).remove(pressed.user().teamId(), pressed.value()));
    return isGone
        ? new Reply.Replace(blocks.declined(channelsLanguage(pressed)))
        : onlyYou(pressed, "microactions.decided");
  }

  private Optional<Microaction> proposed(Request.Action pressed) {
    return database.read(
        sql -> new MicroactionStore(sql).proposed(pressed.user().teamId(), pressed.value()));
  }

  private Language channelsLanguage(Request.Action pressed) {
    return languages.of(pressed.user().teamId(), pressed.channelId());
  }

  private Reply onlyYou(Request.Action pressed, String key) {
    return Reply.onlyYou(Content.of(words.in(pressed.language()).say(key)));
  }
}
