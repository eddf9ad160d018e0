package smallsteps.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import com.slack.api.model.Reaction;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import smallsteps.Content;
import smallsteps.MessageId;
import smallsteps.Outcome;
import smallsteps.Post;
import smallsteps.Reply.ReadReactions.Given;
import smallsteps.User;

/// What the bot asks of Slack.
public final class WebApi {
  private static final Duration SHORT = Duration.ofSeconds(10);

  /// What nobody waits for may wait for its turn.
  private static final Duration LONG = Duration.ofMinutes(3);

  private final Calls calls;
  private final Deliveries deliveries;

  WebApi(Calls calls, InstantSource clock) {
    this.calls = calls;
    deliveries = new Deliveries(calls, clock);
  }

  Answer<Identity> identity() {
    Answer<AuthTestResponse> answer =
        calls.call("auth.test", "", Duration.ZERO, client -> client.authTest(r -> r));
    return answer.map(response ->
        new Identity(
            response.getTeamId(),
            response.getUserId(),
            response.getBotId(),
            scopes(response.getHttpResponseHeaders())));
  }

  private static Set<String> scopes(Map<String, List<String>> headers) {
    return Stream.ofNullable(headers)
        .flatMap(h -> h.getOrDefault("x-oauth-scopes", List.of()).stream())
        .flatMap(line -> Stream.of(line.split(",")))
        .map(String::strip)
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Posts the message and tells how it went. When the bot ends half way nothing is told: the next
  /// one looks for the message.
  Optional<Outcome> deliver(Post post) {
    return deliveries.deliver(post);
  }

  Answer<?> postOnlyFor(User user, String channelId, Content content) {
    return calls.call(
        "chat.postEphemeral",
        "",
        SHORT,
        client ->
            client.chatPostEphemeral(r ->
                r.channel(channelId).user(user.id()).text(content.text()).blocks(blocks(content))));
  }

  Answer<?> edit(MessageId message, Content content) {
    return calls.call(
        "chat.update",
        "",
        LONG,
        client ->
            client.chatUpdate(r ->
                r.channel(message.channelId())
                    .ts(message.ts())
                    .text(content.text())
                    .blocks(blocks(content))));
  }

  Answer<?> delete(MessageId message) {
    return calls.call(
        "chat.delete",
        "",
        LONG,
        client -> client.chatDelete(r -> r.channel(message.channelId()).ts(message.ts())));
  }

  Answer<?> react(MessageId message, String emoji) {
    return calls.call(
        "reactions.add",
        "",
        LONG,
        client ->
            client.reactionsAdd(
                r -> r.channel(message.channelId()).timestamp(message.ts()).name(emoji)));
  }

  Answer<?> unreact(MessageId message, String emoji) {
    return calls.call(
        "reactions.remove",
        "",
        LONG,
        client ->
            client.reactionsRemove(
                r -> r.channel(message.channelId()).timestamp(message.ts()).name(emoji)));
  }

  /// Empty where we may not look.
  Optional<List<Given>> reactions(MessageId message) {
    return calls
        .call(
            "reactions.get",
            "",
            LONG,
            client ->
                client.reactionsGet(
                    r -> r.channel(message.channelId()).timestamp(message.ts()).full(true)))
        .response()
        .map(response ->
            Stream.ofNullable(response.getMessage().getReactions())
                .flatMap(List::stream)
                .map(WebApi::given)
                .toList());
  }

  static Given given(Reaction reaction) {
    return new Given(reaction.getName(), List.copyOf(reaction.getUsers()));
  }

  Answer<?> openView(String triggerId, View view) {
    return calls.call(
        "views.open",
        "",
        Duration.ofSeconds(3),
        client -> client.viewsOpen(r -> r.triggerId(triggerId).view(view)));
  }

  Answer<?> updateView(String viewId, View view) {
    return calls.call(
        "views.update",
        viewId,
        SHORT,
        client -> client.viewsUpdate(r -> r.viewId(viewId).view(view)));
  }

  /// The hash that the App Home has now.
  ///
  /// @param hash of the one that it is to take the place of; null for whichever there is
  Answer<String> publishHome(User user, View view, String hash) {
    Answer<ViewsPublishResponse> answer =
        calls.call(
            "views.publish",
            "",
            SHORT,
            client -> client.viewsPublish(r -> r.userId(user.id()).view(view).hash(hash)));
    return answer.map(response -> response.getView().getHash());
  }

  /// What Slack tells of a person.
  ///
  /// @param locale `sv-SE`; blank where Slack has none
  /// @param zone `Europe/Stockholm`; blank where Slack has none
  record Profile(String locale, String zone) {}

  /// Somebody waits for it: it is not asked for when that would take long.
  Answer<Profile> profile(String userId) {
    Answer<UsersInfoResponse> answer =
        calls.call(
            "users.info",
            "",
            Duration.ZERO,
            client -> client.usersInfo(r -> r.user(userId).includeLocale(true)));
    return answer.map(response ->
        response.getUser() == null
            ? new Profile("", "")
            : new Profile(
                Objects.requireNonNullElse(response.getUser().getLocale(), ""),
                Objects.requireNonNullElse(response.getUser().getTz(), "")));
  }

  void tokenLost(String error) {
    calls.tokenLost(error);
  }

  Optional<String> deadToken() {
    return calls.deadToken();
  }

  /// Null where there are none.
  static List<LayoutBlock> blocks(Content content) {
    return content.blocks().isEmpty() ? null : content.blocks();
  }
}
