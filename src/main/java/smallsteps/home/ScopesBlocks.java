package smallsteps.home;

import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.section;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.stream.Collectors;
import smallsteps.Mrkdwn;
import smallsteps.config.Words;

/// What the bot could do besides, were it granted more.
record ScopesBlocks(Words.Sentences say) {

  /// @param lacking scopes by Slack's names: `channels:history`
  List<LayoutBlock> of(List<String> lacking) {
    if (lacking.isEmpty()) {
      return List.of();
    }
    String lines = lacking.stream().map(this::line).collect(Collectors.joining("\n"));
    return List.of(
        header(say.plain("home.scopes")),
        section(say.say("home.scopes_what", "scopes", new Mrkdwn(lines))));
  }

  private String line(String scope) {
    String gives = say.say("home.scope." + scope);
    return say.say("home.scope_line", "scope", scope, "gives", new Mrkdwn(gives));
  }
}
