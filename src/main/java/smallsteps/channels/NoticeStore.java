package smallsteps.channels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.User;
import smallsteps.care.Questions;
import smallsteps.outbox.Debt;
import smallsteps.storage.Row;
import smallsteps.storage.Sql;

/// The table `nudge_owner_told`, in one transaction.
record NoticeStore(Sql sql) implements Questions.Store<Notice> {
  private static final String RESTS =
      " p.pause_reason IN ('not_in_channel', 'channel_not_found', 'is_archived')";
  private static final String UNTOLD =
      "SELECT p.team_id, p.channel_id, p.set_by FROM nudge_plan p"
          + " WHERE p.team_id = ? AND p.set_by IS NOT NULL AND"
          + RESTS
          + """
           AND NOT EXISTS (SELECT 1 FROM nudge_owner_told t
                           WHERE t.team_id = p.team_id AND t.channel_id = p.channel_id)
          """;
  private static final String TOLD =
      """
      INSERT INTO nudge_owner_told (team_id, channel_id, told_at)
        SELECT p.team_id, p.channel_id, ? FROM nudge_plan p
        WHERE p.team_id = ? AND p.channel_id = ? AND p.set_by = ? AND
      """
          + RESTS
          + " ON CONFLICT DO NOTHING";
  private static final String NOT_TOLD =
      "DELETE FROM nudge_owner_told WHERE team_id = ? AND channel_id = ?";
  private static final String OVER =
      """
       FROM nudge_owner_told WHERE team_id = ? AND NOT EXISTS
        (SELECT 1 FROM nudge_plan p WHERE p.team_id = nudge_owner_told.team_id
           AND p.channel_id = nudge_owner_told.channel_id AND
      """
          + RESTS
          + ")";

  /// All of them: none is put off.
  @Override
  public List<Notice> toAsk(String teamId, Instant now, int atMost) {
    return sql.list(UNTOLD, NoticeStore::notice, teamId);
  }

  /// Whoever's the plan is by now: another owner is to be told where this one was not.
  @Override
  public Optional<Notice> find(Debt told) {
    return Optional.of(new Notice(new Channel(told.teamId(), told.subject()), told.person()));
  }

  /// Who wants no notices counts as told.
  @Override
  public void leave(Notice notice, Instant now) {
    asked(notice, now);
  }

  /// False where they know it, or it is not so any more.
  @Override
  public boolean asked(Notice notice, Instant now) {
    Channel channel = notice.channel();
    return sql.update(TOLD, now, channel.teamId(), channel.id(), notice.owner().id()) > 0;
  }

  @Override
  public void notAsked(Notice notice, Instant askAt) {
    sql.update(NOT_TOLD, notice.channel().teamId(), notice.channel().id());
  }

  boolean isSomethingOver(String teamId) {
    return sql.first("SELECT 1" + OVER + " LIMIT 1", _ -> true, teamId).isPresent();
  }

  /// Of plans that go on again nothing has been told.
  void forgetWhatIsOver(String teamId) {
    sql.update("DELETE" + OVER, teamId);
  }

  private static Notice notice(Row row) {
    String teamId = row.text("team_id");
    return new Notice(
        new Channel(teamId, row.text("channel_id")), new User(teamId, row.text("set_by")));
  }
}
