package smallsteps.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsInfoResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import smallsteps.Secret;
import smallsteps.config.Environment;
import smallsteps.slack.api.Calls;
import smallsteps.slack.api.SlackClient;
import smallsteps.slack.api.WebApi;
import smallsteps.slack.socket.SocketCheck;

/// Asks Slack whether our tokens and channels are in order. Each question takes 10 s at most.
public final class SlackCheck implements AutoCloseable {
  private final SlackConfig config;
  private final Slack slack;
  private final Environment environment;

  public SlackCheck(Environment environment) {
    this.environment = environment;
    config = SlackClient.config(environment);
    slack = Slack.getInstance(config);
  }

  /// What Slack said, or why it said nothing.
  public sealed interface Said<T> {
    record Yes<T>(T value) implements Said<T> {}

    /// @param error Slack's own word: `invalid_auth`
    record No<T>(String error) implements Said<T> {}

    /// Nothing is known of the token: the question or the answer did not get through.
    record Unreachable<T>(Why why) implements Said<T> {}

    /// Slack gives an address for a socket, and the socket does not come about.
    ///
    /// @param reason in a sentence, with what to do
    record NoSocket<T>(String reason) implements Said<T> {}
  }

  public enum Why {
    NAME_UNKNOWN,
    NO_CONNECTION,
    NO_ANSWER,
    PROXY_UNKNOWN,
    PROXY_REFUSES,
    PROXY_WANTS_PASSWORD,
    NOT_TRUSTED,
    TROUBLE_AT_SLACK,
    NOT_SLACK
  }

  /// @param scopes granted, by Slack's names; empty where Slack does not tell
  public record Bot(String teamId, String team, String userId, Optional<Set<String>> scopes) {}

  public record Channel(String name, boolean isMember, boolean isArchived) {}

  public Said<Bot> bot(Secret token) {
    return ask(() -> slack.methods(token.value()).authTest(r -> r), SlackCheck::bot);
  }

  /// Opens a socket with the app-level token, as the bot does, and closes it when Slack says hello.
  public Said<Boolean> socket(Secret appToken) {
    Said<String> address =
        ask(
            () -> slack.methods(appToken.value()).appsConnectionsOpen(r -> r),
            opened -> String.valueOf(opened.getUrl()));
    return switch (address) {
      case Said.Yes<String>(String url) ->
          SocketCheck.problem(environment, url)
              .<Said<Boolean>>map(Said.NoSocket::new)
              .orElse(new Said.Yes<>(true));
      case Said.No<String>(String error) -> new Said.No<>(error);
      case Said.Unreachable<String>(Why why) -> new Said.Unreachable<>(why);
      case Said.NoSocket<String>(String reason) -> new Said.NoSocket<>(reason);
    };
  }

  public Said<Channel> channel(Secret token, String channelId) {
    return ask(
        () -> slack.methods(token.value()).conversationsInfo(r -> r.channel(channelId)),
        SlackCheck::channel);
  }

  private static Bot bot(AuthTestResponse said) {
    Set<String> scopes = WebApi.scopes(said.getHttpResponseHeaders());
    return new Bot(
        said.getTeamId(),
        said.getTeam(),
        said.getUserId(),
        Optional.of(scopes).filter(told -> !told.isEmpty()));
  }

  private static Channel channel(ConversationsInfoResponse said) {
    var channel = said.getChannel();
    return new Channel(channel.getName(), channel.isMember(), channel.isArchived());
  }

  private interface Call<R> {
    R send() throws IOException, SlackApiException;
  }

  private <R extends SlackApiTextResponse, T> Said<T> ask(Call<R> call, Function<R, T> read) {
    try {
      R said = call.send();
      if (said.isOk()) {
        return new Said.Yes<>(read.apply(said));
      }
      return isTroubleAtSlack(said.getError())
          ? new Said.Unreachable<>(Why.TROUBLE_AT_SLACK)
          : new Said.No<>(said.getError());
    } catch (SlackApiException e) {
      int status = e.getResponse().code();
      boolean isTrouble = status == 429 || status >= 500;
      return new Said.Unreachable<>(isTrouble ? Why.TROUBLE_AT_SLACK : Why.NOT_SLACK);
    } catch (JsonParseException e) {
      return new Said.Unreachable<>(Why.NOT_SLACK);
    } catch (IOException e) {
      return new Said.Unreachable<>(why(e));
    }
  }

  private static boolean isTroubleAtSlack(String error) {
    return Calls.isSlacksOwnFault(error) || error.equals(Calls.RATE_LIMITED);
  }

  /// Where there is a proxy it is asked first, and looks for Slack by itself.
  private Why why(IOException failure) {
    boolean overProxy = environment.proxies().to(URI.create(environment.apiUrl())).isPresent();
    String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return switch (failure) {
      case UnknownHostException _ when overProxy -> Why.PROXY_UNKNOWN;
      case IOException _ when overProxy && isAboutPassword(said) -> Why.PROXY_WANTS_PASSWORD;
      case ConnectException _ when overProxy -> Why.PROXY_REFUSES;
      case SSLException _ -> Why.NOT_TRUSTED;
      case InterruptedIOException _ -> Why.NO_ANSWER;
      case IOException _ when overProxy -> Why.PROXY_REFUSES;
      case UnknownHostException _ -> Why.NAME_UNKNOWN;
      case ConnectException _ -> Why.NO_CONNECTION;
      default -> Why.NO_CONNECTION;
    };
  }

  /// The client has no other way to say so.
  private static boolean isAboutPassword(String said) {
    return said.contains("authenticate") || said.contains("tunnel") || said.contains("407");
  }

  @Override
  public void close() {
    try {
      slack.close();
      config.close();
    } catch (Exception e) {
      throw new IllegalStateException("The Slack client did not close", e);
    }
  }
}
