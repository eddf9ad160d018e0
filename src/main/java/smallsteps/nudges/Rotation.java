package smallsteps.nudges;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import smallsteps.Channel;
import smallsteps.config.Prompt;

/// Which prompt comes next in a channel: all are used before one comes again, and the principle
/// that has waited longest goes first. Who asks and when makes no difference, so that two processes
/// agree; the channel does, so that neighbours are asked different things.
record Rotation(List<Prompt> prompts) {

  Next next(Channel channel, SlotStore.History history) {
    List<Prompt> left = prompts.stream().filter(p -> !history.used().contains(p.id())).toList();
    boolean isOver = left.isEmpty();
    int round = isOver ? history.round() + 1 : history.round();
    Prompt prompt =
        (isOver ? prompts : left)
            .stream()
                .min(
                    Comparator.comparing((Prompt p) ->
                            history.principles().getOrDefault(p.principle(), Instant.MIN))
                        .thenComparing(p -> lot(channel, p, round))
                        .thenComparing(Prompt::id))
                .orElseThrow();
    return new Next(prompt, round);
  }

  record Next(Prompt prompt, int round) {}

  private static long lot(Channel channel, Prompt prompt, int round) {
    var sum = new CRC32();
    String key = String.join("\n", channel.teamId(), channel.id(), prompt.id(), "" + round);
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
