package smallsteps.slack.missed;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import smallsteps.MessageId;
import smallsteps.Reading;
import smallsteps.Reply.ReadReactions.Given;
import smallsteps.Transcript;
import smallsteps.slack.payload.Author;
import smallsteps.slack.payload.Identity;
import smallsteps.slack.payload.PlainText;
import smallsteps.slack.payload.PostedMessage;

/// Slack's messages as lines of a transcript.
///
/// @param allReactions asks for a message's reactions, where the message itself doesn't tell all
record Lines(
    Reading reading, Identity self, Function<MessageId, Optional<List<Given>>> allReactions) {

  /// None for the stone that Slack leaves where a thread's first message was deleted.
  Stream<Transcript.Line> line(PostedMessage message) {
    if ("tombstone".equals(message.subtype())) {
      return Stream.empty();
    }
    List<Given> given = given(message);
    return Stream.of(
        new Transcript.Line(
            message.ts(),
            message.parent(),
            Author.isPerson(message.userId(), self.botUserId()) ? message.userId() : null,
            PlainText.of(message.text()),
            message.editedTs() == null ? null : latest(message.editedTs()),
            given == null ? null : self.byOthers(given),
            given == null ? Set.of() : ours(given)));
  }

  /// The last moment of the second that Slack tells.
  private static String latest(String editedTs) {
    return editedTs.replaceFirst("\\..*", "") + ".999999";
  }

  /// Null where they can't be learned.
  private List<Given> given(PostedMessage message) {
    return message
        .reactions()
        .or(() ->
            allReactions.apply(new MessageId(reading.teamId(), reading.channelId(), message.ts())))
        .orElse(null);
  }

  private Set<String> ours(List<Given> given) {
    return given.stream()
        .filter(each -> each.userIds().contains(self.botUserId()))
        .map(Given::emoji)
        .collect(toSet());
  }
}
