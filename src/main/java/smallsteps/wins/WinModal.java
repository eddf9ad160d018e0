package smallsteps.wins;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import smallsteps.Language;
import smallsteps.MalformedException;
import smallsteps.Mrkdwn;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;

/// The modal "I did a small thing": what, by which principle, did or learned, in which channel, and
/// whether by name.
final class WinModal {
  static final String CALLBACK = "win";
  static final String TEXT = "win_text";
  static final String KIND = "win_kind";
  static final String CHANNEL = "win_channel";
  private static final String ANONYMOUS = "win_anonymous";
  private static final String PRINCIPLE = "win_principle";
  private static final String NO_PRINCIPLE = "none";
  private static final int PRINCIPLES = 7;
  private static final int TEXT_LENGTH = 3000;
  private static final int OPTION_LENGTH = 75;

  private final Words words;
  private final BiFunction<Integer, Language, String> principleTitles;

  WinModal(Words words, BiFunction<Integer, Language, String> principleTitles) {
    this.words = words;
    this.principleTitles = principleTitles;
  }

  /// Where the win goes; the modal carries it unseen.
  ///
  /// @param channelId null where the person has to choose
  /// @param nudgeTs the nudge in whose thread it is posted; null for the channel itself
  record Place(String channelId, String nudgeTs) {
    static Place of(Request.ViewSubmission filled) {
      String[] carried = filled.privateMetadata().split(" ", -1);
      return carried[0].isEmpty()
          ? new Place(filled.value(CHANNEL), null)
          : new Place(carried[0], carried.length > 1 ? carried[1] : null);
    }

    String carried() {
      if (channelId == null) {
        return "";
      }
      return nudgeTs == null ? channelId : channelId + " " + nudgeTs;
    }
  }

  /// Null where none was chosen.
  static Integer principle(Request.ViewSubmission filled) {
    String chosen = filled.value(PRINCIPLE);
    return chosen == null || chosen.equals(NO_PRINCIPLE)
        ? null
        : MalformedException.number("principle", chosen, n -> n >= 1 && n <= 7);
  }

  static boolean isAnonymous(Request.ViewSubmission filled) {
    return filled.value(ANONYMOUS) != null;
  }

  Reply.OpenView open(Language language, Draft draft) {
    var say = words.in(language);
    var place = new Place(draft.channelId(), draft.nudgeTs());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        input(TEXT, say.plain("wins.text"), say.plain("wins.text_hint"), text(draft.text())));
    blocks.add(input(KIND, say.plain("wins.kind"), null, kind(say, draft.kind())));
    blocks.add(
        input(PRINCIPLE, say.plain("wins.principle"), null, principles(say, draft.principle())));
    blocks.add(anonymous(say, draft.isAnonymous()));
    if (place.channelId() == null) {
      blocks.add(
          input(CHANNEL, say.plain("wins.channel"), say.plain("wins.channel_hint"), channels()));
    } else {
      blocks.add(shownIn(say, place.channelId()));
    }
    return new Reply.OpenView(view(say, place, blocks));
  }

  /// Said beforehand: where the bot is not, nothing can be said after the modal is closed.
  private static LayoutBlock shownIn(Words.Sentences say, String channelId) {
    String sentence = say.say("wins.shown_in", "channel", new Mrkdwn("<#" + channelId + ">"));
    return ContextBlock.builder()
        .blockId("win_shown_in")
        .elements(List.of(MarkdownTextObject.builder().text(sentence).build()))
        .build();
  }

  private static View view(Words.Sentences say, Place place, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(CALLBACK)
        .privateMetadata(place.carried())
        .title(ViewTitle.builder().type("plain_text").text(say.plain("wins.title")).build())
        .submit(ViewSubmit.builder().type("plain_text").text(say.plain("wins.submit")).build())
        .close(ViewClose.builder().type("plain_text").text(say.plain("wins.cancel")).build())
        .blocks(blocks)
        .build();
  }

  private static InputBlock input(String blockId, String label, String hint, BlockElement field) {
    return InputBlock.builder()
        .blockId(blockId)
        .label(plainText(label))
        .hint(hint == null ? null : plainText(hint))
        .element(field)
        .build();
  }

  private static LayoutBlock anonymous(Words.Sentences say, boolean isChosen) {
    var choice = List.of(option(say.plain("wins.anonymous"), ANONYMOUS));
    return InputBlock.builder()
        .blockId(ANONYMOUS)
        .label(plainText(say.plain("wins.name")))
        .hint(plainText(say.plain("wins.anonymous_hint")))
        .optional(true)
        .element(
            CheckboxesElement.builder()
                .actionId(ANONYMOUS)
                .options(choice)
                .initialOptions(isChosen ? choice : null)
                .build())
        .build();
  }

  private static BlockElement text(String begun) {
    return PlainTextInputElement.builder()
        .actionId(TEXT)
        .initialValue(begun)
        .multiline(true)
        .maxLength(TEXT_LENGTH)
        .focusOnLoad(true)
        .build();
  }

  private static BlockElement kind(Words.Sentences say, String chosen) {
    OptionObject did = option(say.plain("wins.did"), Win.DID);
    OptionObject learned = option(say.plain("wins.learned"), Win.LEARNED);
    return RadioButtonsElement.builder()
        .actionId(KIND)
        .options(List.of(did, learned))
        .initialOption(chosen.equals(Win.LEARNED) ? learned : did)
        .build();
  }

  private BlockElement principles(Words.Sentences say, Integer chosen) {
    List<OptionObject> options = new ArrayList<>();
    options.add(option(say.plain("wins.no_principle"), NO_PRINCIPLE));
    IntStream.rangeClosed(1, PRINCIPLES)
        .mapToObj(number ->
            option(
                number + ". " + principleTitles.apply(number, say.language()),
                String.valueOf(number)))
        .forEach(options::add);
    return StaticSelectElement.builder()
        .actionId(PRINCIPLE)
        .options(options)
        .initialOption(options.get(chosen == null ? 0 : chosen))
        .build();
  }

  private static BlockElement channels() {
    return ConversationsSelectElement.builder()
        .actionId(CHANNEL)
        .defaultToCurrentConversation(true)
        .filter(
            ConversationsFilter.builder()
                .include(List.of("public", "private"))
                .excludeBotUsers(true)
                .build())
        .build();
  }

  private static OptionObject option(String text, String value) {
    return OptionObject.builder()
        .text(plainText(Shown.shortened(text, OPTION_LENGTH)))
        .value(value)
        .build();
  }

  private static PlainTextObject plainText(String text) {
    return PlainTextObject.builder().text(text).emoji(true).build();
  }
}
