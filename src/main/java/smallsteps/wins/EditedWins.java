package smallsteps.wins;

import java.util.Optional;
import smallsteps.Mentions;
import smallsteps.MessageId;
import smallsteps.Request;
import smallsteps.Said;
import smallsteps.storage.Database;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// Wins whose message says something else now. Edits may be told late, twice, or before the
/// message.
final class EditedWins {
  /// The end of an edit's time, see `Transcript`, where the second is known and no more.
  private static final String SECOND_ALONE = ".999999";

  private final Database database;
  private final KeptWins keptWins;
  private final Confirmations confirmations;

  EditedWins(Database database, KeptWins keptWins, Confirmations confirmations) {
    this.database = database;
    this.keptWins = keptWins;
    this.confirmations = confirmations;
  }

  /// What an edit did.
  enum Edited {
    NOTHING,
    KEPT,
    CHANGED,
    TAKEN_BACK
  }

  /// @param asNew the win that the message is by its phrase; empty where it doesn't begin with it
  Edited edit(Request.MessageEdited edit, Optional<KeptWin> asNew) {
    return database.write(sql -> {
      Optional<Standing> standing = new WinStore(sql).at(edit.message());
      if (standing.isEmpty() || standing.get().mayComeBack(edit.eventTs())) {
        return asNew.filter(kept -> keptWins.addAgain(sql, kept, edit.eventTs())).isPresent()
            ? Edited.KEPT
            : Edited.NOTHING;
      }
      return standing.get().takes(edit.eventTs())
          ? change(sql, edit, standing.get(), asNew)
          : Edited.NOTHING;
    });
  }

  private Edited change(
      Sql sql, Request.MessageEdited edit, Standing standing, Optional<KeptWin> asNew) {
    String text =
        standing.origin() == KeptWin.Origin.PHRASE
            ? asNew.map(kept -> kept.win().text().kept()).orElse("")
            : Said.of(WinPhrase.tidy(edit.text())).kept();
    MessageId id = edit.message();
    if (Mentions.isSame(standing.text(), text)) {
      return Edited.NOTHING;
    } else if (text.isEmpty()) {
      new WinStore(sql).eraseAt(id, edit.eventTs());
      confirmations.owe(sql, id);
      return Edited.TAKEN_BACK;
    } else {
      String named = Names.named(sql, id.teamId(), Mentions.named(text, standing.text()));
      new WinStore(sql).edit(id, named, edit.eventTs());
      return Edited.CHANGED;
    }
  }

  /// What is kept under a message's ts.
  record Standing(boolean deleted, String text, KeptWin.Origin origin, String editedTs) {
    static Standing of(Row row) {
      String origin = row.text("origin");
      return new Standing(
          row.flag("deleted"),
          row.text("text"),
          origin == null ? null : KeptWin.Origin.of(origin),
          row.text("edited_ts"));
    }

    /// The bot's own post changes with its win, never the other way.
    boolean takes(String eventTs) {
      return !deleted && origin != KeptWin.Origin.POSTED && isNotAfter(eventTs);
    }

    /// An edit took the phrase away and a later one puts it back. What was deleted stays deleted.
    boolean mayComeBack(String eventTs) {
      return deleted && editedTs != null && isNotAfter(eventTs);
    }

    /// One that is told again, or read again in the channel, has the same time. Of one that was
    /// read there Slack tells the second alone: what is told of that second comes after it as a
    /// rule, and else what came after that is told as well.
    private boolean isNotAfter(String eventTs) {
      return editedTs == null
          || editedTs.compareTo(eventTs) <= 0
          || (editedTs.endsWith(SECOND_ALONE) && second(editedTs).equals(second(eventTs)));
    }

    private static String second(String ts) {
      return ts.substring(0, Math.max(0, ts.indexOf('.')));
    }
  }
}
