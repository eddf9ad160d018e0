package smallsteps;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/// What a message says. `text` is mrkdwn and carries the whole meaning by itself, since a screen
/// reader reads it and not the blocks; `blocks` may be empty.
public record Content(String text, List<LayoutBlock> blocks) {
  public Content {
    if (text.isBlank()) {
      throw new IllegalArgumentException("A message without text is silent to a screen reader.");
    }
    blocks = List.copyOf(blocks);
  }

  public static Content of(String text) {
    return new Content(text, List.of());
  }
}
