package smallsteps.principles;

import com.slack.api.model.view.View;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Content;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.Quote;
import smallsteps.config.Words;

/// All that `/principle` shows in one language. A principle without a note is made once and used
/// again for every reader.
final class PrincipleView {
  private final Words.Sentences words;
  private final List<Principle> principles;
  private final Principles.Source source;
  private final List<Content> inFull;
  private final Content titles;

  PrincipleView(Principles principles, Words words, Language language) {
    this.words = words.in(language);
    this.principles = principles.all(language);
    source = principles.source(language);
    inFull = this.principles.stream().map(p -> withOthers(p, List.of())).toList();
    titles = listed(say("list"));
  }

  /// @param number 1 to 7
  Content inFull(int number) {
    return inFull.get(number - 1);
  }

  View modal(int number) {
    return PrincipleBlocks.modal(
        words.plain("principles.modal_title", "number", number),
        words.plain("principles.close"),
        get(number));
  }

  Content ofWeek(int number, int week) {
    return withOthers(get(number), List.of(say("this_week", "week", week)));
  }

  Content anyOne(int number) {
    return withOthers(get(number), List.of(say("any_one")));
  }

  Content nearest(int number, String typed) {
    return withOthers(get(number), List.of(say("nearest", "typed", Quote.of(typed))));
  }

  Content found(PrincipleSearch.Found found) {
    if (found.others().isEmpty()) {
      return inFull(found.number());
    }
    List<Principle> others = found.others().stream().map(this::get).toList();
    String also = say("also", "titles", headings(others, ", "));
    Principle best = get(found.number());
    return new Content(
        joined(Stream.of(text(best), also)), PrincipleBlocks.withMatches(best, also, others));
  }

  Content titles() {
    return titles;
  }

  Content help() {
    return help(List.of(), List.of());
  }

  Content onlySeven() {
    return help(List.of(say("only_seven")), List.of());
  }

  Content notUnderstood(String typed) {
    return help(List.of(say("not_understood", "typed", Quote.of(typed))), List.of());
  }

  Content perhapsCommand(String typed, String subWord) {
    return help(
        List.of(
            say("not_understood", "typed", Quote.of(typed)),
            say("perhaps_command", "command", subWord)),
        List.of());
  }

  Content perhaps(String typed, int number) {
    Principle principle = get(number);
    return help(
        List.of(
            say("not_understood", "typed", Quote.of(typed)),
            say("perhaps_principle", "number", number, "title", principle.title())),
        List.of(principle));
  }

  Content shareWhat() {
    return listed(say("share_what"));
  }

  Content shareWhich(String typed) {
    return listed(say("share_which", "typed", Quote.of(typed)));
  }

  Content sharing(int number, boolean isDirect) {
    return Content.of(
        say(
            isDirect ? "sharing_direct" : "sharing",
            "number",
            number,
            "title",
            get(number).title()));
  }

  /// For everybody in a channel: no buttons, since a button would change the message for all.
  Content shared(int number, String userId) {
    Principle principle = get(number);
    String by = say("shared_by", "who", Mrkdwn.mention(userId));
    return new Content(
        joined(Stream.of(text(principle), by)), PrincipleBlocks.shared(principle, by));
  }

  private Content withOthers(Principle principle, List<String> notes) {
    String aboutOthers = say("others");
    List<Principle> others = principles.stream().filter(p -> p != principle).toList();
    return new Content(
        joined(Stream.concat(notes.stream(), Stream.of(text(principle), aboutOthers))),
        PrincipleBlocks.withOthers(notes, principle, aboutOthers, others));
  }

  private Content listed(String sentence) {
    return new Content(
        joined(Stream.of(sentence, Mrkdwn.escape(headings(principles, "\n")))),
        PrincipleBlocks.titles(sentence, principles));
  }

  private Content help(List<String> notes, List<Principle> suggested) {
    String typed =
        Stream.of("week", "number", "words", "list", "random", "share", "help")
            .map(line -> "\n• " + say("help." + line))
            .collect(Collectors.joining("", say("help.intro"), ""));
    URI page = URI.create(source.url());
    var link = new Mrkdwn("<" + page + "|" + Mrkdwn.escape(page.getHost() + page.getPath()) + ">");
    String whose = say("help.source", "source", source.name(), "link", link);
    return new Content(
        joined(Stream.concat(notes.stream(), Stream.of(typed, whose))),
        PrincipleBlocks.help(notes, suggested, typed, whose));
  }

  private Principle get(int number) {
    return principles.get(number - 1);
  }

  private String say(String key, Object... namesAndValues) {
    return words.say("principles." + key, namesAndValues);
  }

  private static String text(Principle principle) {
    return Mrkdwn.escape(principle.heading() + "\n\n" + principle.text());
  }

  private static String joined(Stream<String> parts) {
    return parts.collect(Collectors.joining("\n\n"));
  }

  private static String headings(List<Principle> principles, String between) {
    return principles.stream().map(Principle::heading).collect(Collectors.joining(between));
  }
}
