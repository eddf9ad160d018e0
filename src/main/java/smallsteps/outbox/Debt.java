package smallsteps.outbox;

import java.time.Instant;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.DebtId;
import smallsteps.User;
import smallsteps.storage.Row;

/// Something owed to Slack.
///
/// @param askedBy the id of the person who waits for it; null for nobody, and for who is to stay
///   unnamed
/// @param owedAt since when
/// @param notAfter it is not done at or after this time: then it is only looked for; null for no
///   end
public record Debt(DebtId id, String askedBy, Instant owedAt, Instant notAfter) {

  static Debt of(Row row) {
    var id =
        new DebtId(
            row.text("team_id"), row.text("kind"), row.text("channel_id"), row.text("subject"));
    return new Debt(id, row.text("asked_by"), row.instant("owed_at"), row.instant("not_after"));
  }

  public String teamId() {
    return id.teamId();
  }

  public String channelId() {
    return id.channelId();
  }

  public Channel channel() {
    return new Channel(teamId(), channelId());
  }

  /// Who alone gets it, where it goes to no channel.
  public User person() {
    return new User(teamId(), channelId());
  }

  public String subject() {
    return id.subject();
  }

  /// Whether it goes to a direct message.
  public boolean isDirect() {
    return channel().isDirect();
  }

  /// Who waits for it.
  public Optional<User> asker() {
    return Optional.ofNullable(askedBy).map(id -> new User(teamId(), id));
  }
}
