package smallsteps.rehearsal.webapi;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import smallsteps.rehearsal.events.Messages;
import smallsteps.rehearsal.faults.Faults;
import smallsteps.rehearsal.http.HttpCall;
import smallsteps.rehearsal.state.ConversationState;
import smallsteps.rehearsal.state.Message;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.WireLog;
import smallsteps.rehearsal.wire.Fields;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// response_urls: five answers within half an hour, also where the bot is no member.
public final class ResponseUrls {
  private static final int USES = 5;
  private static final Duration LIFE = Duration.ofMinutes(30);

  /// One address and what came by it. A blank source is a slash command's.
  public static final class ResponseUrl {
    final String id = UUID.randomUUID().toString().replace("-", "");
    final String userId;
    final ConversationState conversation;
    final String sourceTs;
    public final List<Message> said = new ArrayList<>();
    private final Instant made;
    private int uses;

    ResponseUrl(String userId, ConversationState conversation, String sourceTs, Instant made) {
      this.userId = userId;
      this.conversation = conversation;
      this.sourceTs = sourceTs;
      this.made = made;
    }
  }

  private final State state;
  private final Messages messages;
  private final MessagePayload content;
  private final String page;
  private final Faults faults;
  private final Map<String, ResponseUrl> urls = new HashMap<>();

  public ResponseUrls(State state, Messages messages, String page, Faults faults) {
    this.faults = faults;
    this.state = state;
    this.messages = messages;
    this.page = page;
    content = new MessagePayload(state);
  }

  public ResponseUrl make(String userId, ConversationState conversation, String sourceTs) {
    ResponseUrl url = new ResponseUrl(userId, conversation, sourceTs, state.clock.instant());
    urls.put(url.id, url);
    return url;
  }

  public String address(ResponseUrl url) {
    return page + (url.sourceTs.isEmpty() ? "commands/" : "actions/") + State.TEAM + "/" + url.id;
  }

  public void handle(HttpCall http) {
    String body = http.body();
    JsonObject sent = Wire.readObject(body).orElseGet(() -> formed(body));
    try {
      state.locked(() -> use(urls.get(http.name()), sent));
      logged(http, body, 200, "ok");
      http.answer(200, "text/plain", "ok");
    } catch (Refusal refusal) {
      boolean isGone = List.of("used_url", "expired_url").contains(refusal.getMessage());
      state.journal.warn("response_url: " + refusal.answer());
      state.touch();
      logged(http, body, isGone ? 404 : 400, refusal.answer().toString());
      http.answer(
          isGone ? 404 : 400, "application/json; charset=utf-8", refusal.answer().toString());
    }
  }

  private void logged(HttpCall http, String body, int status, String answer) {
    String address = page + http.path().substring(1);
    String curl =
        "curl "
            + WireLog.quoted(address)
            + " -H 'Content-Type: application/json' --data-raw "
            + WireLog.quoted(body);
    state.wire.toSlack("response_url", body, status, answer, curl);
  }

  private static JsonObject formed(String body) {
    return Wire.readObject(Wire.form(body).getOrDefault("payload", "")).orElseGet(Wire::object);
  }

  private void use(ResponseUrl url, JsonObject sent) {
    if (url == null || state.clock.instant().isAfter(url.made.plus(LIFE))) {
      throw new Refusal("expired_url");
    }
    if (url.uses >= USES) {
      throw new Refusal("used_url");
    }
    if (faults.next("response_url").orElse(null) instanceof Faults.Fault.Refuse(String error)) {
      throw new Refusal(error);
    }
    say(url, sent);
    url.uses++;
  }

  /// What an acknowledgement or a response_url carries.
  public void say(ResponseUrl url, JsonObject sent) {
    boolean isDelete = Wire.flag(sent, "delete_original");
    boolean isReplace = Wire.flag(sent, "replace_original");
    if ((isDelete || isReplace) && url.sourceTs.isEmpty()) {
      state.journal.warn("a slash command has no original to replace or delete");
    }
    if (isDelete) {
      delete(url);
      return;
    }
    JsonObject said = content.read(Params.of(sent), "response_url");
    if (isReplace && !url.sourceTs.isEmpty()) {
      replace(url, said);
    } else {
      add(url, said, sent);
    }
  }

  private void add(ResponseUrl url, JsonObject said, JsonObject sent) {
    JsonObject message = messages.byResponse(said);
    if (!Wire.text(sent, "thread_ts").isEmpty()) {
      message = Wire.with(message, "thread_ts", Wire.text(sent, "thread_ts"));
    }
    boolean isOpen = Wire.text(sent, "response_type").equals("in_channel");
    if (isOpen) {
      messages.post(url.conversation, message);
    } else {
      messages.ephemeral(url.conversation, url.userId, message);
    }
    JsonObject seen = isOpen ? message : Wire.with(message, "is_ephemeral", true);
    url.said.add(new Message(url.conversation.channel, seen));
    state.touch();
  }

  private void delete(ResponseUrl url) {
    url.conversation
        .message(url.sourceTs)
        .ifPresent(each -> messages.delete(url.conversation, each));
    url.conversation.ephemerals.removeIf(each -> isSource(url, each));
    state.touch();
  }

  private void replace(ResponseUrl url, JsonObject said) {
    JsonObject before = url.conversation.messages.get(url.sourceTs);
    JsonObject after;
    if (before != null) {
      after = inPlaceOf(before, said);
      messages.change(url.conversation, before, after);
    } else {
      List<ConversationState.Ephemeral> all = url.conversation.ephemerals;
      ConversationState.Ephemeral found =
          all.stream()
              .filter(each -> isSource(url, each))
              .findFirst()
              .orElseThrow(() -> new Refusal("message_not_found"));
      after = inPlaceOf(found.message(), said);
      all.set(all.indexOf(found), new ConversationState.Ephemeral(url.userId, after));
    }
    url.said.add(new Message(url.conversation.channel, after));
    state.touch();
  }

  private static JsonObject inPlaceOf(JsonObject before, JsonObject said) {
    JsonObject kept = Wire.without(before, "blocks", "attachments", "text");
    return new Fields(kept).putAll(said).json();
  }

  private static boolean isSource(ResponseUrl url, ConversationState.Ephemeral ephemeral) {
    return ephemeral.userId().equals(url.userId)
        && Wire.text(ephemeral.message(), "ts").equals(url.sourceTs);
  }
}
