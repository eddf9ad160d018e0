package smallsteps.privacy;

import java.util.ArrayList;
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

  /// @param from the number of the first row, 0 for the very first
  private Reply page(User user, Language language, int from) {
    List<Map<String, Object>> rows = kept(user);
    var text = new StringBuilder();
    int to = Math.min(from, rows.size());
    while (to < rows.size() && text.length() < KeptView.PAGE) {
      text.append(json.apply(rows.get(to))).append('\n');
      to++;
    }
    var page = new KeptView.Page(from, to, rows.size(), text.toString());
    return new Reply.OpenView(KeptView.of(words.in(language), NEXT_PAGE, page));
  }

  /// Every row that names the person.
  private List<Map<String, Object>> kept(User user) {
    var rows = new ArrayList<Map<String, Object>>();
    for (UserTable table : tables) {
      for (Map<String, Object> row : table.export().apply(user)) {
        var named = new LinkedHashMap<String, Object>();
        named.put("table", table.name());
        named.putAll(row);
        rows.add(named);
      }
    }
    return rows;
  }

  private Reply erased(Request.Action pressed) {
    Map<String, Integer> rows = new Forget(tables).forget(pressed.user());
    int count = rows.values().stream().mapToInt(Integer::intValue).sum();
    return new Reply.OpenView(KeptView.erased(words.in(pressed.language()), count));
  }
}
