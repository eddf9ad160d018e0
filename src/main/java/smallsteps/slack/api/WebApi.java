package smallsteps.slack.api;

import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.chat.ChatDeleteRequest;
import com.slack.api.methods.request.chat.ChatPostEphemeralRequest;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.conversations.ConversationsInfoRequest;
import com.slack.api.methods.request.reactions.ReactionsAddRequest;
import com.slack.api.methods.request.reactions.ReactionsGetRequest;
import com.slack.api.methods.request.reactions.ReactionsRemoveRequest;
import com.slack.api.methods.request.users.UsersInfoRequest;
import com.slack.api.methods.request.views.ViewsOpenRequest;
import com.slack.api.methods.request.views.ViewsPublishRequest;
import com.slack.api.methods.request.views.ViewsUpdateRequest;
import com.slack.api.model.Message;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.FormBody;
import smallsteps.Act;
import smallsteps.Content;
import smallsteps.MessageId;
import smallsteps.Reply.ReadReactions.Given;
import smallsteps.User;
import smallsteps.slack.payload.Identity;
import smallsteps.slack.payload.LooseJson;
import smallsteps.slack.payload.PostedMessage;
import smallsteps.slack.payload.Profile;

/// What the bot asks of Slack.
public final class WebApi {
  private static final Duration SHORT = Duration.ofSeconds(10);

  /// What nobody waits for may wait for its turn.
  private static final Duration LONG = Duration.ofMinutes(3);

  private final Calls calls;

  public WebApi(Calls calls) {
    this.calls = calls;
  }

  public Answer<Identity> identity() {
    return calls
        .call("auth.test", "", Duration.ZERO, new FormBody.Builder())
        .read(WebApi::identity);
  }

  /// Empty where Slack tells of no installation, or of no bot.
  private static Optional<Identity> identity(Body said) {
    String team = said.json().text("team_id");
    String organisation = said.json().text("enterprise_id");
    String userId = said.json().text("user_id");
    boolean isNoWorkspace = team == null || team.equals(organisation);
    String keptBy = isNoWorkspace ? organisation : team;
    return keptBy == null || userId == null
        ? Optional.empty()
        : Optional.of(
            new Identity(
                keptBy,
                organisation,
                said.json().is("is_enterprise_install") || isNoWorkspace,
                userId,
                said.json().text("bot_id"),
                scopes(said.getHttpResponseHeaders())));
  }

  /// Those granted, by Slack's names; none where Slack does not tell.
  ///
  /// @param headers null for none
  public static Set<String> scopes(Map<String, List<String>> headers) {
    return Stream.ofNullable(headers)
        .flatMap(h -> h.getOrDefault("x-oauth-scopes", List.of()).stream())
        .flatMap(line -> Stream.of(line.split(",")))
        .map(String::strip)
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The ts of the message. One call, by somebody whose turn it is.
  public Answer<String> post(Act.Post post) {
    return posted(post.channelId(), post.threadTs(), post.content(), metadata(post.metadata()));
  }

  private Answer<String> posted(
      String channelId, String threadTs, Content content, Message.Metadata metadata) {
    return Plainer.sent(
        Plainer.of(content),
        each ->
            calls
                .once("chat.postMessage", channelId, message(channelId, threadTs, each, metadata))
                .read(posted -> Optional.ofNullable(posted.json().text("ts"))));
  }

  private static FormBody.Builder message(
      String channelId, String threadTs, Content content, Message.Metadata metadata) {
    return RequestFormBuilder.toForm(
        ChatPostMessageRequest.builder()
            .channel(channelId)
            .threadTs(threadTs)
            .text(content.text())
            .blocks(blocks(content))
            .metadata(metadata)
            .unfurlLinks(false)
            .unfurlMedia(false)
            .build());
  }

  private static Message.Metadata metadata(Act.Metadata metadata) {
    return metadata == null
        ? null
        : Message.Metadata.builder()
            .eventType(metadata.eventType())
            .eventPayload(Map.copyOf(metadata.payload()))
            .build();
  }

  /// An answer to one person, in the conversation that the bot has with them alone.
  public Answer<String> postTo(User user, Content content) {
    Optional<Answer<Body>> hindrance = calls.turn("chat.postMessage", user.id(), SHORT);
    return hindrance
        .map(answer -> answer.<String>failed())
        .orElseGet(() -> posted(user.id(), null, content, null));
  }

  public Answer<?> postOnlyFor(User user, String channelId, Content content) {
    return Plainer.sent(Plainer.of(content), each -> postedOnlyFor(user, channelId, each));
  }

  private Answer<Body> postedOnlyFor(User user, String channelId, Content content) {
    return calls.call(
        "chat.postEphemeral",
        "",
        SHORT,
        RequestFormBuilder.toForm(
            ChatPostEphemeralRequest.builder()
                .channel(channelId)
                .user(user.id())
                .text(content.text())
                .blocks(blocks(content))
                .build()));
  }

  public Answer<String> edit(MessageId message, Content content) {
    return Plainer.sent(Plainer.of(content), each -> edited(message, each));
  }

  private Answer<String> edited(MessageId message, Content content) {
    return done(
        "chat.update",
        RequestFormBuilder.toForm(
            ChatUpdateRequest.builder()
                .channel(message.channelId())
                .ts(message.ts())
                .text(content.text())
                .blocks(blocks(content))
                .build()));
  }

  public Answer<String> delete(MessageId message) {
    return done(
        "chat.delete",
        RequestFormBuilder.toForm(
            ChatDeleteRequest.builder().channel(message.channelId()).ts(message.ts()).build()));
  }

  public Answer<String> react(MessageId message, String emoji) {
    return done(
        "reactions.add",
        RequestFormBuilder.toForm(
            ReactionsAddRequest.builder()
                .channel(message.channelId())
                .timestamp(message.ts())
                .name(emoji)
                .build()));
  }

  public Answer<String> unreact(MessageId message, String emoji) {
    return done(
        "reactions.remove",
        RequestFormBuilder.toForm(
            ReactionsRemoveRequest.builder()
                .channel(message.channelId())
                .timestamp(message.ts())
                .name(emoji)
                .build()));
  }

  private Answer<String> done(String method, FormBody.Builder form) {
    return calls.once(method, "", form).map(_ -> "");
  }

  /// Empty where we may not look, or can't read what Slack says.
  public Optional<List<Given>> reactions(MessageId message) {
    return calls
        .call(
            "reactions.get",
            "",
            LONG,
            RequestFormBuilder.toForm(
                ReactionsGetRequest.builder()
                    .channel(message.channelId())
                    .timestamp(message.ts())
                    .full(true)
                    .build()))
        .response()
        .filter(said -> said.json().has("message"))
        .flatMap(said -> PostedMessage.reactions(said.json().in("message")));
  }

  public Answer<?> openView(String triggerId, View view) {
    return Plainer.sent(Plainer.of(view), each -> opened(triggerId, each));
  }

  private Answer<Body> opened(String triggerId, View view) {
    return calls.call(
        "views.open",
        "",
        Duration.ofSeconds(3),
        RequestFormBuilder.toForm(
            ViewsOpenRequest.builder().triggerId(triggerId).view(view).build()));
  }

  public Answer<?> updateView(String viewId, View view) {
    return Plainer.sent(Plainer.of(view), each -> updated(viewId, each));
  }

  private Answer<Body> updated(String viewId, View view) {
    return calls.call(
        "views.update",
        viewId,
        SHORT,
        RequestFormBuilder.toForm(ViewsUpdateRequest.builder().viewId(viewId).view(view).build()));
  }

  /// The hash that the App Home has now; blank where Slack doesn't say.
  ///
  /// @param hash of the one that it is to take the place of; null for whichever there is
  public Answer<String> publishHome(User user, View view, String hash) {
    return Plainer.sent(Plainer.of(view), each -> published(user, each, hash));
  }

  private Answer<String> published(User user, View view, String hash) {
    var form =
        RequestFormBuilder.toForm(
            ViewsPublishRequest.builder().userId(user.id()).view(view).hash(hash).build());
    return calls
        .once("views.publish", "", form)
        .map(said -> Objects.requireNonNullElse(said.json().in("view").text("hash"), ""));
  }

  /// Somebody waits for it: it is not asked for when that would take long.
  public Answer<Profile> profile(String userId) {
    var form =
        RequestFormBuilder.toForm(
            UsersInfoRequest.builder().user(userId).includeLocale(true).build());
    return calls
        .call("users.info", "", Duration.ZERO, form)
        .map(said -> Profile.of(said.json().in("user")));
  }

  /// The name of a channel that everybody may see; blank of any other.
  public Answer<String> channelName(String channelId) {
    var form =
        RequestFormBuilder.toForm(ConversationsInfoRequest.builder().channel(channelId).build());
    return calls
        .call("conversations.info", "", Duration.ZERO, form)
        .map(said -> said.json().in("channel"))
        .map(channel -> isForAll(channel) ? channel.text("name") : "");
  }

  private static boolean isForAll(LooseJson channel) {
    return channel.is("is_channel") && !channel.is("is_private") && channel.text("name") != null;
  }

  public void tokenLost(String error) {
    calls.tokenLost(error);
  }

  public Optional<String> deadToken() {
    return calls.deadToken();
  }

  /// Null where there are none.
  public static List<LayoutBlock> blocks(Content content) {
    return content.blocks().isEmpty() ? null : content.blocks();
  }
}
