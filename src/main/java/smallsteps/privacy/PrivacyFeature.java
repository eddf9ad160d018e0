package smallsteps.privacy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.MalformedException;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.UserTable;
import smallsteps.config.Words;

/// What a person does about their data, from a button: sees it, erases it.
public final class PrivacyFeature implements Feature {
  public static final String SHOW_ACTION = "privacy_show";
  public static final String ERASE_ACTION = "privacy_erase";
  private static final String CARRY_OUT = "privacy_carry_out";
  private static final String NEXT_TOLD = "privacy_next_told";
  private static final String NEXT_PAGE = "privacy_next_page";

  private final Words words;
  private final List<UserTable> tables;
  private final Function<Map<String, Object>, String> json;
  private final ZoneId zone;

  /// @param tables every table that knows of people
  /// @param json a row as JSON, on one line
  /// @param zone whose dates it shows
  public PrivacyFeature(
      Words words,
      List<UserTable> tables,
      Function<Map<String, Object>, String> json,
      ZoneId zone) {
    this.zone = zone;
    this.words = words;
    this.tables = List.copyOf(tables);
    this.json = json;
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.Action(SHOW_ACTION, this::shown),
        new Listener.ViewSubmission(NEXT_TOLD, this::nextTold),
        new Listener.Action(CARRY_OUT, this::carriedOut),
        new Listener.ViewSubmission(NEXT_PAGE, this::nextPage),
        new Listener.Action(ERASE_ACTION, this::erased));
  }

  private Reply shown(Request.Action pressed) {
    return told(pressed.user(), pressed.language(), 0);
  }

  private Reply nextTold(Request.ViewSubmission asked) {
    return told(asked.user(), asked.language(), from(asked));
  }

  private Reply carriedOut(Request.Action pressed) {
    return lines(pressed.user(), pressed.language(), 0);
  }

  private Reply nextPage(Request.ViewSubmission asked) {
    return lines(asked.user(), asked.language(), from(asked));
  }

  private static int from(Request.ViewSubmission asked) {
    return MalformedException.number("view", asked.privateMetadata(), _ -> true);
  }

  private Reply told(User user, Language language, int from) {
    var sentences = new KeptSentences(words.in(language), zone);
    KeptView.Page page = page(user, from, (table, row) -> sentences.row(table.name(), row));
    return new Reply.OpenView(KeptView.told(sentences, NEXT_TOLD, CARRY_OUT, page));
  }

  private Reply lines(User user, Language language, int from) {
    KeptView.Page page = page(user, from, (table, row) -> json.apply(named(table, row)));
    return new Reply.OpenView(KeptView.carriedOut(words.in(language), NEXT_PAGE, page));
  }

  /// A table after the other: with ten thousand rows in one, no more than those are held at once.
  ///
  /// @param from the number of the first row, 0 for the very first
  private KeptView.Page page(
      User user, int from, BiFunction<UserTable, Map<String, Object>, String> text) {
    var lines = new ArrayList<KeptView.Line>();
    int length = 0;
    int total = 0;
    for (UserTable table : tables) {
      for (Map<String, Object> row : table.export().apply(user)) {
        if (total >= from && length < KeptView.PAGE) {
          var line = new KeptView.Line(table.name(), text.apply(table, row));
          lines.add(line);
          length += line.text().length();
        }
        total++;
      }
    }
    return new KeptView.Page(from, from + lines.size(), total, lines);
  }

  private static Map<String, Object> named(UserTable table, Map<String, Object> row) {
    var named = new LinkedHashMap<String, Object>();
    named.put("table", table.name());
    named.putAll(row);
    return named;
  }

  private Reply erased(Request.Action pressed) {
    Map<String, Integer> rows = new Forget(tables).forget(pressed.user());
    int count = rows.values().stream().mapToInt(Integer::intValue).sum();
    return new Reply.OpenView(KeptView.erased(words.in(pressed.language()), count));
  }
}
