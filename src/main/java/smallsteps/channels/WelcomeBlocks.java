package smallsteps.channels;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.primary;
import static smallsteps.BlockKit.section;

import java.util.List;
import smallsteps.Content;
import smallsteps.config.Words;
import smallsteps.plans.Plans;

/// The bot's first word in a channel, with a button that opens the channel's settings.
final class WelcomeBlocks {
  private WelcomeBlocks() {}

  static Content welcome(Words.Sentences say) {
    String text = say.say("nudges.welcome");
    var settings = primary(button(Plans.OPEN_SETTINGS, null, say.say("nudges.welcome_button")));
    return new Content(text, List.of(section(text), actions("nudge_welcome", settings)));
  }
}
