package smallsteps.wins;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.Shortened;
import smallsteps.User;
import smallsteps.config.DateShape;
import smallsteps.config.Words;
import smallsteps.storage.Database;

/// Answers `/smallthing`.
final class WinCommand {
  private static final int LISTED = 10;
  private static final int LINE = 200;

  private final Words words;
  private final Wins wins;
  private final PersonalWins own;
  private final WinForm form;
  private final WhoseQuestion whose;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Function<Request.Command, Reply> preferences;
  private final BiFunction<User, Language, UnaryOperator<String>> differences;
  private final Function<Request.Command, Reply> digest;

  /// @param preferences opens what a person has chosen of the bot
  /// @param differences what a small thing of somebody's led to, by its channel and source; null
  ///   for nothing
  /// @param digest shows what the channel's digest would say now
  WinCommand(
      Words words,
      Database database,
      WinForm form,
      WhoseQuestion whose,
      InstantSource clock,
      ZoneId zone,
      Function<Request.Command, Reply> preferences,
      BiFunction<User, Language, UnaryOperator<String>> differences,
      Function<Request.Command, Reply> digest) {
    this.preferences = preferences;
    this.differences = differences;
    this.digest = digest;
    this.words = words;
    wins = new Wins(database);
    own = new PersonalWins(database);
    this.form = form;
    this.whose = whose;
    this.clock = clock;
    this.zone = zone;
  }

  Reply answer(Request.Command asked) {
    return switch (SmallThingQuery.read(asked.text())) {
      case SmallThingQuery.Say say -> said(asked, say);
      case SmallThingQuery.Open(String kind, boolean isAnonymous) ->
          form.open(asked, kind, isAnonymous);
      case SmallThingQuery.Whose unsure -> whose.ask(asked, unsure);
      case SmallThingQuery.Perhaps(String word) ->
          Reply.onlyYou(Content.of(in(asked).say("wins.perhaps", "word", word)));
      case SmallThingQuery.Latest() ->
          listed(asked, "latest", wins.latest(asked.channel(), LISTED));
      case SmallThingQuery.Mine() -> mine(asked);
      case SmallThingQuery.Find(List<String> sought) -> find(asked, sought);
      case SmallThingQuery.Preferences() -> preferences.apply(asked);
      case SmallThingQuery.Digest() -> digest.apply(asked);
      case SmallThingQuery.Help() -> Reply.onlyYou(Content.of(in(asked).say("wins.help")));
    };
  }

  /// Slack doesn't send a command twice, so each gets an id of its own.
  private Reply said(Request.Command asked, SmallThingQuery.Say say) {
    String sourceId = UUID.randomUUID().toString();
    var kept = KeptWin.typed(sourceId, asked.user(), asked.channelId(), say, clock.instant());
    return form.keepAndPostSaid(kept, asked.language());
  }

  private Reply find(Request.Command asked, List<String> sought) {
    return sought.isEmpty()
        ? Reply.onlyYou(Content.of(in(asked).say("wins.find_what")))
        : listed(asked, "found", wins.find(asked.user(), asked.channelId(), sought, LISTED));
  }

  /// Each with the difference it made, where that was told.
  private Reply mine(Request.Command asked) {
    List<KeptWin> found = own.kept(asked.user(), LISTED);
    UnaryOperator<String> told = differences.apply(asked.user(), asked.language());
    return list(
        asked,
        "mine",
        found.stream()
            .map(kept ->
                Stream.of(line(asked, kept.win()), told.apply(kept.key()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("\n    ")))
            .toList());
  }

  private Reply listed(Request.Command asked, String kind, List<Win> found) {
    return list(asked, kind, found.stream().map(win -> line(asked, win)).toList());
  }

  /// @param kind which list, as its words are called
  private Reply list(Request.Command asked, String kind, List<String> lines) {
    var say = in(asked);
    return Reply.onlyYou(
        Content.of(
            lines.isEmpty()
                ? say.say("wins." + kind + "_none")
                : say.say("wins." + kind, "n", lines.size()) + "\n" + String.join("\n", lines)));
  }

  private String line(Request.Command asked, Win win) {
    var said = ZonedDateTime.ofInstant(win.saidAt(), zone);
    boolean isHere = win.channelId().equals(asked.channelId());
    return in(asked)
        .say(
            isHere ? "wins.line" : "wins.line_elsewhere",
            "date",
            in(asked).date(DateShape.BRIEF, said),
            "person",
            win.isAnonymous() ? in(asked).say("wins.nobody") : Mrkdwn.mention(win.userId()),
            "channel",
            new Mrkdwn("<#" + win.channelId() + ">"),
            "text",
            Shortened.inLine(in(asked).names(win.text()), LINE));
  }

  private Words.Sentences in(Request.Command asked) {
    return words.in(asked.language());
  }
}
