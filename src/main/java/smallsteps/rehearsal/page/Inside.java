package smallsteps.rehearsal.page;

import jakarta.json.JsonObject;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.WireLog;
import smallsteps.rehearsal.wire.Fields;

/// What goes on behind what people see: the wire, the database, and how the bot says it is.
public final class Inside {
  private final State state;
  private final RowChanges rows;

  public Inside(State state) {
    this.state = state;
    rows = new RowChanges(state);
  }

  /// @param wire the last exchange that is known already
  /// @param row the same of the changes in the database
  JsonObject since(long wire, long row) {
    return new Fields()
        .put("wire", state.wire.since(wire).stream().map(Inside::json).toList())
        .put("rows", rows.since(row))
        .put("complaints", state.bot().complaints())
        .json();
  }

  private static JsonObject json(WireLog.Exchange each) {
    return new Fields()
        .put("id", each.id())
        .put("at", each.at().toEpochMilli())
        .put("kind", each.kind())
        .put("name", each.name())
        .put("sent", each.sent())
        .put("status", each.status())
        .put("answer", each.answer())
        .put("curl", each.curl())
        .json();
  }
}
