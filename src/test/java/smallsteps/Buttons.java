package smallsteps;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.ButtonElement;
import java.util.List;

/// What can be pressed on what the bot says.
public final class Buttons {
  private Buttons() {}

  public static List<ButtonElement> of(Content content) {
    return content.blocks().stream()
        .filter(ActionsBlock.class::isInstance)
        .flatMap(block -> ((ActionsBlock) block).getElements().stream())
        .filter(ButtonElement.class::isInstance)
        .map(ButtonElement.class::cast)
        .toList();
  }
}
