package smallsteps;

/// The language that a channel reads: its own where it has chosen one, else the setting.
@FunctionalInterface
public interface ChannelLanguages {
  Language of(Channel channel);
}
