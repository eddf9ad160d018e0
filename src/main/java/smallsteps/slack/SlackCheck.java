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
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import smallsteps.Secret;

/// Asks Slack whether our tokens and channels are in order. Each question takes 10 s at most.
public final class SlackCheck implements AutoCloseable {
  private static final int DEADLINE_MILLIS = 10_000;
  private static final Set<String> TROUBLE_AT_SLACK =
      Set.of(
          "ratelimited", "internal_error", "fatal_error", "request_timeout", "service_unavailable");

  private final SlackConfig config = new SlackConfig();
  private final Slack slack;

  /// @param apiUrl ends with a slash
  public SlackCheck(String apiUrl) {
    config.setMethodsEndpointUrlPrefix(apiUrl);
    config.setHttpClientCallTimeoutMillis(DEADLINE_MILLIS);
    config.setStatsEnabled(false);
    slack = Slack.getInstance(config);
  }

  /// What Slack said, or why it said nothing.
  public sealed interface Said<T> {
    record Yes<T>(T value) implements Said<T> {}

    /// @param error Slack's own word: `invalid_auth`
    record No<T>(String error) implements Said<T> {}

    /// Nothing is known of the token: the question or the answer did not get through.
    record Unreachable<T>(Why why) implements Said<T> {}
  }

  public enum Why {
    NAME_UNKNOWN,
    NO_CONNECTION,
    NO_ANSWER,
    NOT_TRUSTED,
    TROUBLE_AT_SLACK,
    NOT_SLACK
  }

  /// @param scopes granted, by Slack's names
  public record Bot(String teamId, String team, String userId, Set<String> scopes) {}

  public record Channel(String name, boolean isMember, boolean isArchived) {}

  public Said<Bot> bot(Secret token) {
    return ask(() -> slack.methods(token.value()).authTest(r -> r), SlackCheck::bot);
  }

  /// Whether the app-level token opens a socket. None is opened.
  public Said<Boolean> socket(Secret appToken) {
    return ask(
        () -> slack.methods(appToken.value()).appsConnectionsOpen(r -> r), opened -> opened.isOk());
  }

  public Said<Channel> channel(Secret token, String channelId) {
    return ask(
        () -> slack.methods(token.value()).conversationsInfo(r -> r.channel(channelId)),
        SlackCheck::channel);
  }

  private static Bot bot(AuthTestResponse said) {
    Map<String, List<String>> headers = said.getHttpResponseHeaders();
    Set<String> scopes =
        headers.getOrDefault("x-oauth-scopes", List.of()).stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .collect(Collectors.toSet());
    return new Bot(said.getTeamId(), said.getTeam(), said.getUserId(), scopes);
  }

  private static Channel channel(ConversationsInfoResponse said) {
    var channel = said.getChannel();
    return new Channel(channel.getName(), channel.isMember(), channel.isArchived());
  }

  private interface Call<R> {
    R send() throws IOException, SlackApiException;
  }

  private static <R extends SlackApiTextResponse, T> Said<T> ask(
      Call<R> call, Function<R, T> read) {
    try {
      R said = call.send();
      if (said.isOk()) {
        return new Said.Yes<>(read.apply(said));
      }
      return said.getError() == null || TROUBLE_AT_SLACK.contains(said.getError())
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

  private static Why why(IOException failure) {
    return switch (failure) {
      case UnknownHostException _ -> Why.NAME_UNKNOWN;
      case ConnectException _ -> Why.NO_CONNECTION;
      case InterruptedIOException _ -> Why.NO_ANSWER;
      case SSLException _ -> Why.NOT_TRUSTED;
      default -> Why.NO_CONNECTION;
    };
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
