package smallsteps.slack;

import static java.util.stream.Collectors.toSet;

import com.slack.api.model.Message;
import com.slack.api.model.Reaction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import smallsteps.MessageId;
import smallsteps.Reading;
import smallsteps.Reply.ReadReactions.Given;
import smallsteps.Transcript;

/// Slack's messages as lines of a transcript.
///
/// @param allReactions asks for a message's reactions, where the message itself doesn't tell all
record Lines(
    Reading reading, Identity self, Function<MessageId, Optional<List<Given>>> allReactions) {
  private static final Set<String> BY_PEOPLE = Set.of("", "thread_broadcast", "file_share");

  /// None for the stone that Slack leaves where a thread's first message was deleted.
  Stream<Transcript.Line> line(Message message) {
    if ("tombstone".equals(message.getSubtype())) {
      return Stream.empty();
    }
    List<Given> given = given(message);
    return Stream.of(
        new Transcript.Line(
            message.getTs(),
            Payloads.parent(message.getThreadTs(), message.getTs()),
            author(message),
            PlainText.of(message.getText()),
            message.getEdited() == null ? null : latest(message.getEdited().getTs()),
            given == null ? null : self.byOthers(given),
            given == null ? Set.of() : ours(given)));
  }

  private String author(Message message) {
    boolean isBySomebody =
        message.getBotId() == null
            && BY_PEOPLE.contains(Objects.requireNonNullElse(message.getSubtype(), ""))
            && !self.botUserId().equals(message.getUser());
    return isBySomebody ? message.getUser() : null;
  }

  /// The last moment of the second that Slack tells.
  private static String latest(String editedTs) {
    return editedTs.replaceFirst("\\..*", "") + ".999999";
  }

  /// Of an emoji that many gave a message names some only, and says how many there are. Null where
  /// the others can't be learned.
  private List<Given> given(Message message) {
    List<Reaction> told = Objects.requireNonNullElse(message.getReactions(), List.of());
    boolean isAll = told.stream().allMatch(each -> each.getUsers().size() >= each.getCount());
    return isAll
        ? told.stream().map(WebApi::given).toList()
        : allReactions
            .apply(new MessageId(reading.teamId(), reading.channelId(), message.getTs()))
            .orElse(null);
  }

  private Set<String> ours(List<Given> given) {
    return given.stream()
        .filter(each -> each.userIds().contains(self.botUserId()))
        .map(Given::emoji)
        .collect(toSet());
  }
}
