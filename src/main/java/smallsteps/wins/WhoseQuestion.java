package smallsteps.wins;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import smallsteps.MalformedException;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;

/// With a name, or without? Asked in private where the words leave it open, and nothing is kept or
/// posted before the answer. The question carries what was typed.
final class WhoseQuestion {
  static final String UNNAMED = "win_unnamed";
  static final String NAMED = "win_named";

  private final Words words;
  private final WinForm form;
  private final InstantSource clock;

  WhoseQuestion(Words words, WinForm form, InstantSource clock) {
    this.words = words;
    this.form = form;
    this.clock = clock;
  }

  Reply ask(Request.Command asked, SmallThingQuery.Whose whose) {
    String sourceId = UUID.randomUUID().toString();
    return Reply.onlyYou(
        WhoseBlocks.question(
            whose.named().text(),
            carried(sourceId, whose.unnamed()),
            carried(sourceId, whose.named()),
            words.in(asked.language())));
  }

  /// Pressed twice, or both, it is one small thing: the first answer's.
  Reply answered(Request.Action pressed) {
    List<String> carried = MalformedException.words("value", pressed.value(), 3);
    boolean isNamed = pressed.actionId().equals(NAMED);
    String kind = carried.get(1).equals(Win.LEARNED) ? Win.LEARNED : Win.DID;
    var say = new SmallThingQuery.Say(carried.get(2), kind, !isNamed);
    return form.keepAndPostAnswered(
        KeptWin.typed(carried.get(0), pressed.user(), pressed.channelId(), say, clock.instant()),
        pressed.language());
  }

  private static String carried(String sourceId, SmallThingQuery.Say say) {
    return sourceId + " " + say.kind() + " " + say.text();
  }
}
