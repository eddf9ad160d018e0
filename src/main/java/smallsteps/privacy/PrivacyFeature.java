package smallsteps.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final String NEXT_PAGE = "privacy_next_page";

  private final Words words;
  private final List<UserTable> tables;
  private final Function<Map<String, Object>, String> json;

  /// @param tables every table that knows of people
  /// @param json a row as JSON, on one line
  public PrivacyFeature(
      Words words, List<UserTable> tables, Function<Map<String, Object>, String> json) {
    this.words = words;
    this.tables = List.copyOf(tables);
    this.json = json;
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.Action(SHOW_ACTION, this::shown),
        new Listener.ViewSubmission(NEXT_PAGE, this::nextPage),
        new Listener.Action(ERASE_ACTION, this::erased));
  }

  private Reply shown(Request.Action pressed) {
    return page(pressed.user(), pressed.language(), 0);
  }

  private Reply nextPage(Request.ViewSubmission asked) {
    int from = MalformedException.number("view", asked.privateMetadata(), _ -> true);
    return page(asked.user(), asked.language(), from);
  }

  /// A table after the other: with ten thousand rows in one, no more than those are held at once.
  ///
  /// @param from the number of the first row, 0 for the very first
  private Reply page(User user, Language language, int from) {
    var text = new StringBuilder();
    int to = from;
    int total = 0;
    for (UserTable table : tables) {
      for (Map<String, Object> row : table.export().apply(user)) {
        if (total >= from && text.length() < KeptView.PAGE) {
          text.append(json.apply(named(table, row))).append('\n');
          to = total + 1;
        }
        total++;
      }
    }
    var page = new KeptView.Page(from, to, total, text.toString());
    return new Reply.OpenView(KeptView.of(words.in(language), NEXT_PAGE, page));
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
