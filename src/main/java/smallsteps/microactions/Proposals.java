package smallsteps.microactions;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import smallsteps.Act;
import smallsteps.Anonymity;
import smallsteps.Channel;
import smallsteps.ChannelLanguages;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.MalformedException;
import smallsteps.MessageId;
import smallsteps.Outcome;
import smallsteps.PrincipleNumber;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.config.Words;
import smallsteps.outbox.Debt;
import smallsteps.outbox.NotPosted;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// What members propose, and the channel's word on it.
final class Proposals implements Sending {
  private static final int USUAL_MINUTES = 5;

  private final Words words;
  private final ProposalModal modal;
  private final ProposalBlocks blocks;
  private final Database database;
  private final ChannelLanguages languages;
  private final Outbox outbox;
  private final Outbox.Kind shown;
  private final ProposalAnswers answers;
  private final InstantSource clock;

  Proposals(
      Words words,
      BiFunction<Integer, Language, String> principleTitles,
      Database database,
      ChannelLanguages languages,
      Outbox outbox,
      InstantSource clock) {
    this.words = words;
    this.database = database;
    this.languages = languages;
    this.outbox = outbox;
    this.clock = clock;
    modal = new ProposalModal(words, principleTitles);
    blocks = new ProposalBlocks(words, principleTitles);
    shown = outbox.kind("proposal", this);
    answers = new ProposalAnswers(blocks, database, languages, outbox);
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
    if (Anonymity.isAskedOf(text)) {
      return new Reply.ViewErrors(Map.of(ProposalModal.TEXT, say.plain("wins.whose.named_here")));
    }
    Microaction own = proposal(filled, channelId, text);
    boolean isNew =
        database.write(sql -> {
          boolean isAdded = new MicroactionStore(sql).add(own);
          if (isAdded) {
            shown.owe(sql, own.channel(), own.id(), own.proposedBy(), null);
          }
          return isAdded;
        });
    return isNew
        ? Reply.all(
            new Reply.OnlyYou(Content.of(say.say("microactions.thanks")), channelId),
            new Reply.Awaiting(
                shown.id(own.channel(), own.id()),
                outcome ->
                    NotPosted.answer(outcome, false, words.in(filled.language()), channelId)))
        : Reply.nothing();
  }

  /// The view's id is the proposal's: Slack may send a submission again.
  private Microaction proposal(Request.ViewSubmission filled, String channelId, String text) {
    return new Microaction(
        new Channel(filled.user().teamId(), channelId),
        filled.viewId(),
        PrincipleNumber.read(filled.value(ProposalModal.PRINCIPLE)),
        Offer.Asked.minutes(filled.value(ProposalModal.MINUTES)),
        new Language(MalformedException.need("language", filled.value(ProposalModal.LANGUAGE))),
        text,
        filled.user().id(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /// What somebody has decided on, or taken back, is not shown any more.
  @Override
  public Wanted wanted(Debt debt) {
    return database
        .read(sql -> new MicroactionStore(sql).proposed(debt.teamId(), debt.subject()))
        .map(own -> Wanted.now(post(debt, content(own))))
        .orElseGet(() -> Wanted.noMore("gone", post(debt, Content.of("-"))));
  }

  private Content content(Microaction own) {
    return blocks.proposed(own, languages.of(own.channel()));
  }

  private static Act.Post post(Debt debt, Content content) {
    var metadata = new Act.Metadata("smallsteps_proposal", Map.of("proposal", debt.subject()));
    return new Act.Post(debt.channelId(), null, content, metadata);
  }

  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    if (outcome instanceof Outcome.Done(String ts)) {
      boolean isKept = new MicroactionStore(sql).stands(debt.teamId(), debt.subject(), ts);
      if (!isKept) {
        outbox.oweDeletion(sql, new MessageId(debt.teamId(), debt.channelId(), ts));
      }
    }
  }

  @Override
  public Optional<Content> sorry(Debt debt, Outcome outcome, Language reader) {
    return NotPosted.sorry(outcome, debt.isDirect(), words.in(reader));
  }

  Reply accept(Request.Action pressed) {
    Optional<Microaction> proposed = proposed(pressed);
    if (proposed.isEmpty()) {
      return onlyYou(pressed, "microactions.decided");
    } else if (proposed.get().proposedBy().equals(pressed.user().id())) {
      return onlyYou(pressed, "microactions.own");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    boolean isAccepted =
        database.write(sql -> {
          boolean isDone = new MicroactionStore(sql).accept(pressed.user(), pressed.value(), now);
          if (isDone) {
            answers.owe(sql, pressed);
          }
          return isDone;
        });
    return isAccepted ? Reply.nothing() : onlyYou(pressed, "microactions.decided");
  }

  Reply decline(Request.Action pressed) {
    boolean isGone =
        database.write(sql -> {
          var store = new MicroactionStore(sql);
          boolean isDone = store.remove(pressed.user().teamId(), pressed.value());
          if (isDone) {
            answers.owe(sql, pressed);
          }
          return isDone;
        });
    return isGone ? Reply.nothing() : onlyYou(pressed, "microactions.decided");
  }

  /// Erases what a person proposed, and that they said yes to something. What the bot shows of that
  /// in channels goes as well.
  int forget(User user) {
    return database.write(sql -> {
      var store = new MicroactionStore(sql);
      store.shownOf(user).forEach(message -> outbox.oweDeletion(sql, message));
      store.acceptedBy(user).forEach(own -> answers.owe(sql, own));
      return store.forget(user);
    });
  }

  private Optional<Microaction> proposed(Request.Action pressed) {
    return database.read(
        sql -> new MicroactionStore(sql).proposed(pressed.user().teamId(), pressed.value()));
  }

  private Reply onlyYou(Request.Action pressed, String key) {
    return Reply.onlyYou(Content.of(words.in(pressed.language()).say(key)));
  }
}
