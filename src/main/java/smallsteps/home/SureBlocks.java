package smallsteps.home;

import static smallsteps.BlockKit.plainText;

import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.ButtonElement;
import smallsteps.config.Words;

/// A button for what can't be undone: it asks first.
final class SureBlocks {
  private SureBlocks() {}

  /// @param key has the parts title, text, yes and no
  static ButtonElement danger(ButtonElement button, Words.Sentences say, String key) {
    button.setStyle("danger");
    button.setConfirm(
        ConfirmationDialogObject.builder()
            .title(plainText(say.plain(key + ".title")))
            .text(plainText(say.plain(key + ".text")))
            .confirm(plainText(say.plain(key + ".yes")))
            .deny(plainText(say.plain(key + ".no")))
            .style("danger")
            .build());
    return button;
  }
}
