package smallsteps.principles;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import smallsteps.ChannelLanguages;
import smallsteps.Content;
import smallsteps.DebtId;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.PrincipleNumber;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.UserTable;
import smallsteps.config.Words;
import smallsteps.outbox.NotPosted;
import smallsteps.outbox.Outbox;
import smallsteps.storage.Database;

/// `/principle`: a principle word for word, by week, number or words, for oneself or the channel.
public final class PrinciplesFeature implements Feature {
  /// A button to a principle; its value is the number.
  public static final String SHOW = "principle_show";

  private final Words words;
  private final InstantSource clock;
  private final ZoneId zone;
  private final RandomGenerator random;
  private final PrincipleSearch search;
  private final Map<Language, PrincipleView> pages = new HashMap<>();
  private final Shares shares;

  /// @param zone where it is decided which week it is
  public PrinciplesFeature(
      Principles principles,
      Words words,
      ChannelLanguages channelLanguages,
      Database database,
      Outbox outbox,
      InstantSource clock,
      ZoneId zone) {
    this(
        principles,
        words,
        channelLanguages,
        database,
        outbox,
        clock,
        zone,
        PrinciplesFeature::randomLong);
  }

  PrinciplesFeature(
      Principles principles,
      Words words,
      ChannelLanguages channelLanguages,
      Database database,
      Outbox outbox,
      InstantSource clock,
      ZoneId zone,
      RandomGenerator random) {
    this.words = words;
    this.clock = clock;
    this.zone = zone;
    this.random = random;
    search = new PrincipleSearch(principles);
    for (List<Language> languages : List.of(words.languages(), principles.languages())) {
      languages.forEach(l -> pages.put(l, new PrincipleView(principles, words, l)));
    }
    shares = new Shares(words, database, this::pages, channelLanguages, outbox);
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.Command("/principle", "principles.command", this::answer),
        new Listener.Action(SHOW, this::show));
  }

  @Override
  public List<UserTable> userTables() {
    return List.of(shares.userTable());
  }

  private Reply answer(Request.Command command) {
    PrincipleView in = pages(command.language());
    return switch (PrincipleQuery.read(command.text())) {
      case PrincipleQuery.Number(int number) -> Reply.onlyYou(in.inFull(number));
      case PrincipleQuery.ThisWeek() -> Reply.onlyYou(thisWeek(in));
      case PrincipleQuery.SomeWords(String typed) -> Reply.onlyYou(searched(typed, in));
      case PrincipleQuery.AnyOne() -> Reply.onlyYou(in.anyOne(anyNumber()));
      case PrincipleQuery.NoSuchNumber() -> Reply.onlyYou(in.onlySeven());
      case PrincipleQuery.Titles() -> Reply.onlyYou(in.titles());
      case PrincipleQuery.Help() -> Reply.onlyYou(in.help());
      case PrincipleQuery.ShareWhat() -> Reply.onlyYou(in.shareWhat());
      case PrincipleQuery.Share(var which, String typed) ->
          search.quotes(typed) ? Reply.onlyYou(searched(typed, in)) : share(which, command);
    };
  }

  private Content thisWeek(PrincipleView in) {
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    return in.ofWeek(Principles.numberOfWeek(today), Principles.week(today));
  }

  private Content searched(String typed, PrincipleView in) {
    return switch (search.find(typed)) {
      case PrincipleSearch.Found found -> in.found(found);
      case PrincipleSearch.Nearest(int number) -> in.nearest(number, typed);
      case PrincipleSearch.NearCommand(String subWord) -> in.perhapsCommand(typed, subWord);
      case PrincipleSearch.NotFound(var perhaps) ->
          perhaps.map(n -> in.perhaps(typed, n)).orElseGet(() -> in.notUnderstood(typed));
    };
  }

  private Reply share(PrincipleQuery.Choice which, Request.Command command) {
    PrincipleView in = pages(command.language());
    return switch (which) {
      case PrincipleQuery.Number(int number) -> share(number, command);
      case PrincipleQuery.AnyOne() -> share(anyNumber(), command);
      case PrincipleQuery.NoSuchNumber() -> Reply.onlyYou(in.onlySeven());
      case PrincipleQuery.SomeWords(String typed) ->
          search.find(typed) instanceof PrincipleSearch.Found found && found.isClear()
              ? share(found.number(), command)
              : Reply.onlyYou(in.shareWhich(typed));
    };
  }

  private Reply share(int number, Request.Command command) {
    DebtId shared = shares.owe(number, command.user(), command.channel());
    return Reply.all(
        Reply.onlyYou(pages(command.language()).sharing(number, command.isDirect())),
        new Reply.Awaiting(
            shared,
            outcome ->
                NotPosted.answer(outcome, command.isDirect(), words.in(command.language()), null)));
  }

  private Reply show(Request.Action action) {
    PrincipleView in = pages(action.language());
    if (action.channelId() == null) { // in the App Home, where nothing can be said
      return PrincipleQuery.read(String.valueOf(action.value()))
              instanceof PrincipleQuery.Number(int number)
          ? new Reply.OpenView(in.modal(number))
          : Reply.nothing();
    }
    Content content =
        PrincipleQuery.read(String.valueOf(action.value()))
                instanceof PrincipleQuery.Number(int number)
            ? in.inFull(number)
            : in.onlySeven();
    boolean isSeenByOthers = action.message() != null;
    return isSeenByOthers ? Reply.onlyYou(content) : new Reply.Replace(content);
  }

  /// From a generator for each thread, since commands are answered on many.
  private static long randomLong() {
    return ThreadLocalRandom.current().nextLong();
  }

  private int anyNumber() {
    return random.nextInt(PrincipleNumber.LAST) + 1;
  }

  /// A language that has neither words nor principles reads those of the setting.
  private PrincipleView pages(Language language) {
    PrincipleView own = pages.get(language);
    return own != null ? own : pages.get(words.in(language).language());
  }
}
