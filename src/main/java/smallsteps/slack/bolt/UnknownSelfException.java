package smallsteps.slack.bolt;

/// Something came before Slack has told who the bot is, which it takes to understand it. Nothing is
/// wrong with what came: it is to be sent again.
public final class UnknownSelfException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnknownSelfException() {
    super("Slack has not told yet who the bot is.", null, false, false);
  }
}
