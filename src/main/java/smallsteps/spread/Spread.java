package smallsteps.spread;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import smallsteps.MessageId;
import smallsteps.Mrkdwn;
import smallsteps.config.Words;
import smallsteps.storage.Database;
import smallsteps.wins.Told;
import smallsteps.wins.Win;

/// Reads how far ideas travelled.
public final class Spread {

  /// A button that opens one's own tags.
  public static final String TAGS_ACTION = "spread_tags";

  private static final String PEOPLE =
      """
      SELECT count(DISTINCT user_id) AS people, count(DISTINCT channel_id) AS channels
      FROM idea_win WHERE team_id = ? AND idea_channel_id = ? AND idea_ts = ?
      """;
  private static final String TAGS =
      """
      SELECT DISTINCT kind, value FROM spread_tag
      WHERE team_id = ? AND user_id IN (
        SELECT user_id FROM idea_win WHERE team_id = ? AND idea_channel_id = ? AND idea_ts = ?)
      """;

  private final Database database;

  public Spread(Database database) {
    this.database = database;
  }

  /// How far the idea has come that this win began, or is part of.
  public Reach of(MessageId win) {
    return ofIdea(ideaOf(win));
  }

  /// @param idea as `ideaOf` tells it
  public Reach ofIdea(MessageId idea) {
    Object[] key = {idea.teamId(), idea.channelId(), idea.ts()};
    Reach reach =
        database
            .read(sql ->
                sql.first(
                    PEOPLE,
                    row -> new Reach(row.number("people"), row.number("channels"), Map.of()),
                    key))
            .orElseThrow();
    boolean hasBorders = reach.people() > 1; // one person has crossed none
    return hasBorders ? new Reach(reach.people(), reach.channels(), borders(idea)) : reach;
  }

  /// The small thing that this one followed from, the first of them all; itself where it began.
  public MessageId ideaOf(MessageId win) {
    return database.read(sql -> new LinkStore(sql).ideaOf(win));
  }

  /// How the bot says a small thing that followed from another, as mrkdwn; empty for any other.
  ///
  /// @param say in the channel's language
  public Optional<String> posted(Told told, Words.Sentences say) {
    Win win = told.win();
    return database
        .read(sql -> new LinkStore(sql).parentOf(win.channel(), told.sourceId()))
        .map(parent -> sentence(win, say) + "\n" + of(parent).said(say));
  }

  private static String sentence(Win win, Words.Sentences say) {
    Mrkdwn person = Mrkdwn.mention(win.userId());
    return win.text().kept().equals(say.plain("wins.too"))
        ? say.say("spread.posted_bare", "person", person)
        : say.say(
            "spread.posted", "person", person, "text", TooModal.shortened(say.names(win.text())));
  }

  private Map<String, Integer> borders(MessageId idea) {
    String team = idea.teamId();
    List<Tag> tags =
        database.read(sql -> sql.list(TAGS, Tag::of, team, team, idea.channelId(), idea.ts()));
    Map<String, Set<String>> values =
        tags.stream()
            .collect(
                Collectors.groupingBy(
                    Tag::kind,
                    TreeMap::new,
                    Collectors.mapping(
                        tag -> tag.value().toLowerCase(Locale.ROOT),
                        Collectors.toCollection(HashSet::new))));
    var borders = new TreeMap<String, Integer>();
    values.forEach((kind, different) -> {
      if (different.size() > 1) {
        borders.put(kind, different.size());
      }
    });
    return borders;
  }
}
