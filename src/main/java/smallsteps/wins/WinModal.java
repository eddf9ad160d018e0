package smallsteps.wins;

import static smallsteps.BlockKit.context;
import static smallsteps.Modals.channelSelect;
import static smallsteps.Modals.checkboxes;
import static smallsteps.Modals.input;
import static smallsteps.Modals.modal;
import static smallsteps.Modals.option;
import static smallsteps.Modals.optional;
import static smallsteps.Modals.radioButtons;
import static smallsteps.Modals.select;
import static smallsteps.Modals.submit;
import static smallsteps.Modals.textInput;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import smallsteps.Channel;
import smallsteps.Language;
import smallsteps.Mrkdwn;
import smallsteps.PrincipleNumber;
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

  /// Where the form asks itself, nothing is chosen beforehand.
  private static final String WHOSE = "win_whose";

  private static final String NAMED = "named";
  private static final String UNNAMED = "unnamed";
  private static final String PRINCIPLE = "win_principle";
  private static final String NO_PRINCIPLE = "none";
  private static final int TEXT_LENGTH = 3000;

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
    return chosen == null || chosen.equals(NO_PRINCIPLE) ? null : PrincipleNumber.read(chosen);
  }

  static boolean isAnonymous(Request.ViewSubmission filled) {
    return filled.value(ANONYMOUS) != null || UNNAMED.equals(filled.value(WHOSE));
  }

  /// Whether the person has said with or without a name, and not merely left the box as it was.
  static boolean isDecided(Request.ViewSubmission filled) {
    return isAnonymous(filled) || NAMED.equals(filled.value(WHOSE));
  }

  /// The same form once more, with all that was filled in, and the question that is open.
  Reply.OpenView ask(Request.ViewSubmission filled, Place place, String text) {
    var draft =
        new Draft(
            place.channelId(), place.nudgeTs(), principle(filled), text, filled.value(KIND), false);
    return open(filled.language(), draft, true);
  }

  Reply.OpenView open(Language language, Draft draft) {
    return open(language, draft, false);
  }

  private Reply.OpenView open(Language language, Draft draft, boolean isToAsk) {
    var say = words.in(language);
    var place = new Place(draft.channelId(), draft.nudgeTs());
    var text = textInput(TEXT, TEXT_LENGTH).initialValue(draft.text()).focusOnLoad(true).build();
    List<LayoutBlock> blocks =
        List.of(
            input(TEXT, say.plain("wins.text"), say.plain("wins.text_hint"), text),
            input(KIND, say.plain("wins.kind"), kind(say, draft.kind())),
            input(PRINCIPLE, say.plain("wins.principle"), principles(say, draft.principle())),
            isToAsk ? whose(say) : anonymous(say, draft.isAnonymous()),
            place.channelId() == null ? channel(say) : shownIn(say, place.channelId()));
    return new Reply.OpenView(
        modal(say.plain("wins.title"), say.plain("wins.cancel"), blocks)
            .callbackId(CALLBACK)
            .privateMetadata(place.carried())
            .submit(submit(say.plain("wins.submit")))
            .build());
  }

  private static LayoutBlock channel(Words.Sentences say) {
    var channels = channelSelect(CHANNEL).defaultToCurrentConversation(true).build();
    return input(CHANNEL, say.plain("wins.channel"), say.plain("wins.channel_hint"), channels);
  }

  /// Said beforehand: where the bot is not, nothing can be said after the modal is closed.
  private static LayoutBlock shownIn(Words.Sentences say, String channelId) {
    String sentence = Channel.isDirect(channelId) ? "wins.shown_in_direct" : "wins.shown_in";
    var where = context(say.say(sentence, "channel", new Mrkdwn("<#" + channelId + ">")));
    where.setBlockId("win_shown_in");
    return where;
  }

  private static LayoutBlock anonymous(Words.Sentences say, boolean isChosen) {
    var choice = List.of(option(say.plain("wins.anonymous"), ANONYMOUS));
    var chosen = isChosen ? List.of(ANONYMOUS) : List.<String>of();
    return optional(
        input(
            ANONYMOUS,
            say.plain("wins.name"),
            say.plain("wins.anonymous_hint"),
            checkboxes(ANONYMOUS, choice, chosen)));
  }

  private static LayoutBlock whose(Words.Sentences say) {
    List<OptionObject> answers =
        List.of(
            option(say.plain("wins.whose.unnamed"), UNNAMED),
            option(say.plain("wins.whose.named"), NAMED));
    return input(
        WHOSE, say.plain("wins.name"), say.plain("wins.whose.form"), radioButtons(WHOSE, answers));
  }

  private static BlockElement kind(Words.Sentences say, String chosen) {
    var did = option(say.plain("wins.did"), Win.DID);
    var learned = option(say.plain("wins.learned"), Win.LEARNED);
    return radioButtons(KIND, List.of(did, learned), chosen);
  }

  private BlockElement principles(Words.Sentences say, Integer chosen) {
    List<OptionObject> options = new ArrayList<>();
    options.add(option(say.plain("wins.no_principle"), NO_PRINCIPLE));
    PrincipleNumber.all()
        .forEach(number -> {
          String title = principleTitles.apply(number, say.language());
          options.add(option(number + ". " + title, String.valueOf(number)));
        });
    return select(PRINCIPLE, options, String.valueOf(chosen));
  }
}
