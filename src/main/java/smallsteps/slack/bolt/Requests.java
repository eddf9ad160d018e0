package smallsteps.slack.bolt;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.ViewState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import smallsteps.MalformedException;
import smallsteps.MessageId;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.slack.payload.Author;
import smallsteps.slack.payload.PlainText;
import smallsteps.slack.payload.PostedMessage;
import smallsteps.slack.payload.SlackEvent;
import smallsteps.slack.people.Locales;

/// Slack's payloads read into our requests.
public final class Requests {
  private final Locales locales;

  public Requests(Locales locales) {
    this.locales = locales;
  }

  Request.Command command(User user, SlashCommandPayload payload) {
    return new Request.Command(
        user,
        locales.of(user),
        payload.getChannelId(),
        PlainText.of(payload.getText()).strip(),
        isDirect(payload));
  }

  /// Slack calls a direct message so, and one to several `mpdm-` and their names.
  private static boolean isDirect(SlashCommandPayload payload) {
    String name = Objects.requireNonNullElse(payload.getChannelName(), "");
    return payload.getChannelId() != null && payload.getChannelId().startsWith("D")
        || name.equals("directmessage")
        || name.startsWith("mpdm-");
  }

  Request.HomeOpened homeOpened(String teamId, SlackEvent event, List<String> lacking) {
    var user = new User(teamId, event.user());
    return new Request.HomeOpened(user, locales.of(user), lacking);
  }

  /// Where nobody has edited it, Slack has: a link got its preview. Such a change is as old as the
  /// message.
  static Request.MessageEdited edited(String teamId, SlackEvent event) {
    SlackEvent.Message now = event.message();
    return new Request.MessageEdited(
        new User(teamId, now.user()),
        new MessageId(teamId, event.channel(), now.ts()),
        now.parent(),
        PlainText.of(now.text()),
        now.edited() == null ? now.ts() : event.eventTs());
  }

  static Request.MessageDeleted deleted(String teamId, SlackEvent event) {
    SlackEvent.Message before = event.previousMessage();
    String author = before == null ? null : before.user();
    return new Request.MessageDeleted(
        user(teamId, author), new MessageId(teamId, event.channel(), event.deletedTs()));
  }

  static Request.Invited invited(String teamId, SlackEvent event) {
    return new Request.Invited(
        user(teamId, event.inviter()), teamId, event.channel(), event.eventTs());
  }

  static Request.Left left(String teamId, SlackEvent event, boolean isArchived) {
    User by = user(teamId, isArchived ? event.user() : event.actorId());
    return new Request.Left(by, teamId, event.channel(), isArchived);
  }

  static Request.Unarchived unarchived(String teamId, SlackEvent event) {
    return new Request.Unarchived(user(teamId, event.user()), teamId, event.channel());
  }

  static Request.ChannelIdChanged channelIdChanged(String teamId, SlackEvent event) {
    return new Request.ChannelIdChanged(null, teamId, event.oldChannelId(), event.newChannelId());
  }

  private static User user(String teamId, String userId) {
    return userId == null ? null : new User(teamId, userId);
  }

  Request.MessageShortcut messageShortcut(User user, MessageShortcutPayload payload) {
    var message = MalformedException.need("message", payload.getMessage());
    boolean byPerson = Author.of(message).isPerson(null);
    return new Request.MessageShortcut(
        user,
        locales.of(user),
        new MessageId(user.teamId(), payload.getChannel().getId(), message.getTs()),
        PostedMessage.parent(message.getThreadTs(), message.getTs()),
        byPerson ? message.getUser() : null,
        PlainText.of(message.getText()));
  }

  Request.GlobalShortcut globalShortcut(User user, GlobalShortcutPayload payload) {
    return new Request.GlobalShortcut(user, locales.of(user));
  }

  Request.ViewSubmission submission(User user, ViewSubmissionPayload payload) {
    var view = MalformedException.need("view", payload.getView());
    return new Request.ViewSubmission(
        user,
        locales.of(user),
        view.getId(),
        Objects.requireNonNullElse(view.getPrivateMetadata(), ""),
        values(view.getState()));
  }

  Request.Action action(User user, BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().getFirst();
    var container = payload.getContainer();
    String channelId = payload.getChannel() == null ? null : payload.getChannel().getId();
    boolean onMessage =
        channelId != null
            && container != null
            && container.getMessageTs() != null
            && !container.isEphemeral();
    return new Request.Action(
        user,
        locales.of(user),
        action.getActionId(),
        value(action),
        channelId,
        onMessage ? new MessageId(user.teamId(), channelId, container.getMessageTs()) : null);
  }

  Request.Options options(User user, BlockSuggestionPayload payload) {
    return new Request.Options(
        user,
        locales.of(user),
        locales.zone(user),
        payload.getActionId(),
        Objects.requireNonNullElse(payload.getValue(), "").strip());
  }

  private static String value(BlockActionPayload.Action action) {
    return Stream.of(
            action.getValue(),
            action.getSelectedOption() == null ? null : action.getSelectedOption().getValue(),
            action.getSelectedConversation(),
            action.getSelectedChannel(),
            action.getSelectedUser(),
            action.getSelectedTime(),
            action.getSelectedDate())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Map<String, List<String>> values(ViewState state) {
    var values = new LinkedHashMap<String, List<String>>();
    if (state != null && state.getValues() != null) {
      state
          .getValues()
          .forEach((blockId, inputs) ->
              values.put(
                  blockId,
                  MalformedException.need("value", inputs).values().stream()
                      .flatMap(Requests::entered)
                      .toList()));
    }
    return values;
  }

  private static Stream<String> entered(ViewState.Value input) {
    var entered = new ArrayList<String>();
    MalformedException.need("value", input);
    entered.add(input.getValue());
    entered.add(input.getSelectedConversation());
    entered.add(input.getSelectedChannel());
    entered.add(input.getSelectedUser());
    entered.add(input.getSelectedTime());
    entered.add(input.getSelectedDate());
    if (input.getSelectedOption() != null) {
      entered.add(input.getSelectedOption().getValue());
    }
    Stream.ofNullable(input.getSelectedOptions())
        .flatMap(List::stream)
        .forEach(option -> entered.add(option.getValue()));
    Stream.of(
            input.getSelectedConversations(), input.getSelectedChannels(), input.getSelectedUsers())
        .filter(Objects::nonNull)
        .forEach(entered::addAll);
    return entered.stream().filter(Objects::nonNull);
  }
}
