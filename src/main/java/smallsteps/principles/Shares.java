package smallsteps.principles;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.ChannelLanguages;
import smallsteps.Content;
import smallsteps.DebtId;
import smallsteps.Language;
import smallsteps.MessageId;
import smallsteps.Outcome;
import smallsteps.User;
import smallsteps.UserTable;
import smallsteps.config.Words;
import smallsteps.outbox.Debt;
import smallsteps.outbox.NotPosted;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Sending;
import smallsteps.outbox.Wanted;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// Principles on their way to a channel. The subject of such a debt is the principle's number and
/// an id that tells it from another time; who shares it is named in it, so it goes nowhere once
/// that person is forgotten.
final class Shares implements Sending {
  private static final String ERASED = "erased";

  private final Words words;
  private final Database database;
  private final Function<Language, PrincipleView> pages;
  private final ChannelLanguages languages;
  private final Outbox outbox;
  private final Outbox.Kind kind;

  Shares(
      Words words,
      Database database,
      Function<Language, PrincipleView> pages,
      ChannelLanguages languages,
      Outbox outbox) {
    this.words = words;
    this.database = database;
    this.pages = pages;
    this.languages = languages;
    this.outbox = outbox;
    kind = outbox.kind("principle_share", this);
  }

  /// @param number 1 to 7
  DebtId owe(int number, User by, Channel channel) {
    String subject = number + " " + UUID.randomUUID();
    database.write(sql -> {
      kind.owe(sql, channel, subject, by.id(), null);
      return null;
    });
    return kind.id(channel, subject);
  }

  @Override
  public Wanted wanted(Debt debt) {
    int number = debt.subject().charAt(0) - '0';
    Language language = languages.of(debt.channel());
    var metadata = new Act.Metadata("smallsteps_share", Map.of("share", debt.subject()));
    if (debt.askedBy() == null) {
      Content any = pages.apply(language).sharing(number, false);
      return Wanted.noMore(ERASED, new Act.Post(debt.channelId(), null, any, metadata));
    }
    Content shared = pages.apply(language).shared(number, debt.askedBy());
    return Wanted.now(new Act.Post(debt.channelId(), null, shared, metadata));
  }

  @Override
  public void settled(Sql sql, Debt debt, Outcome outcome) {
    if (outcome instanceof Outcome.Done(String ts)) {
      boolean isKept = debt.askedBy() != null && new ShareStore(sql).add(debt, ts);
      if (!isKept) {
        outbox.oweDeletion(sql, new MessageId(debt.teamId(), debt.channelId(), ts));
      }
    }
  }

  /// Each post that names somebody, until they erase all of theirs: then it goes.
  UserTable userTable() {
    return new UserTable(
        "principle_share",
        this::forget,
        user -> database.read(sql -> new ShareStore(sql).export(user)));
  }

  private int forget(User user) {
    return database.write(sql -> {
      var store = new ShareStore(sql);
      store.of(user).forEach(message -> outbox.oweDeletion(sql, message));
      return store.forget(user);
    });
  }

  @Override
  public Optional<Content> sorry(Debt debt, Outcome outcome, Language reader) {
    return NotPosted.sorry(outcome, debt.isDirect(), words.in(reader));
  }
}
