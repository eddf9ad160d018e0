package smallsteps.rehearsal.people;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import smallsteps.rehearsal.blocks.Inputs;
import smallsteps.rehearsal.blocks.Surface;
import smallsteps.rehearsal.blocks.ViewRules;
import smallsteps.rehearsal.delivery.Ack;
import smallsteps.rehearsal.state.State;
import smallsteps.rehearsal.state.Views;
import smallsteps.rehearsal.webapi.ViewsMethods;
import smallsteps.rehearsal.wire.Refusal;
import smallsteps.rehearsal.wire.Wire;

/// What happens to a modal: submitted, answered by response_action, closed.
public final class ViewSubmissions {
  private static final String TROUBLE = "We had some trouble connecting. Try again?";

  private final State state;
  private final Interactions interactions;
  private final Asking asking;
  private final ViewsMethods views;

  public ViewSubmissions(
      State state, Interactions interactions, Asking asking, ViewsMethods views) {
    this.state = state;
    this.interactions = interactions;
    this.asking = asking;
    this.views = views;
  }

  /// @param filled what the person filled in, in the shape of `view.state.values`
  public Answered submit(String userId, String viewId, JsonObject filled) {
    Views.Open open = open(userId, viewId);
    JsonObject view =
        state.locked(() -> {
          open.fill(filled);
          open.refuse(unfit(open));
          state.touch();
          return open.withState();
        });
    if (!open.errors().isEmpty()) {
      return new Answered(Ack.failed("not_submitted"), Duration.ZERO, List::of, state);
    }
    Answered answer = interactions.submitted(userId, view);
    state.locked(() -> apply(userId, open, answer));
    return answer;
  }

  Views.Open open(String userId, String viewId) {
    return state.locked(() ->
        state.views.stack(userId).stream()
            .filter(each -> each.id().equals(viewId))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such modal is open")));
  }

  private static Map<String, String> unfit(Views.Open open) {
    List<JsonObject> blocks = Wire.children(open.json(), "blocks");
    return Inputs.unfit(blocks, Inputs.values(blocks, open.filled()));
  }

  private void apply(String userId, Views.Open open, Answered answer) {
    state.touch();
    if (!answer.acked()) {
      asking.notice(userId, TROUBLE);
      return;
    }
    JsonObject body = answer.body() == null ? Wire.object() : answer.body();
    try {
      respond(userId, open, body);
    } catch (Refusal refusal) {
      state.journal.warn("view_submission: " + refusal.answer());
      asking.notice(userId, TROUBLE);
    }
  }

  private void respond(String userId, Views.Open open, JsonObject body) {
    List<Views.Open> stack = state.views.stack(userId);
    switch (Wire.text(body, "response_action")) {
      case "" -> stack.remove(open);
      case "clear" -> stack.clear();
      case "errors" -> open.refuse(errors(open, Wire.child(body, "errors")));
      case "update" -> views.replace(open, ViewRules.checked(body.get("view"), "modal"));
      case "push" -> {
        JsonObject view = ViewRules.checked(body.get("view"), "modal");
        if (stack.size() >= Views.STACK) {
          throw new Refusal("push_limit_reached");
        }
        views.push(userId, view);
      }
      default -> throw new Refusal("invalid_response_action");
    }
  }

  private static Map<String, String> errors(Views.Open open, JsonObject told) {
    Map<String, String> errors = new TreeMap<>();
    told.keySet().forEach(blockId -> errors.put(blockId, Wire.text(told, blockId)));
    Set<String> inputs = new HashSet<>();
    Surface.elements(Wire.children(open.json(), "blocks")).stream()
        .filter(Surface.Element::isInput)
        .forEach(each -> inputs.add(each.blockId()));
    if (errors.isEmpty() || !inputs.containsAll(errors.keySet())) {
      throw new Refusal("errors must name blocks with an input: " + errors.keySet());
    }
    return errors;
  }

  /// The one that lies on top, and all beneath where it says clear_on_close.
  public Answered close(String userId, String viewId) {
    Views.Open top = open(userId, viewId);
    boolean isAll = Wire.flag(top.json(), "clear_on_close");
    List<Views.Open> closed =
        state.locked(() -> {
          List<Views.Open> gone = state.views.close(userId, isAll);
          state.touch();
          return gone;
        });
    Answered answer = new Answered(Ack.of(null), Duration.ZERO, List::of, state);
    for (Views.Open each : closed.reversed()) {
      if (Wire.flag(each.json(), "notify_on_close")) {
        answer = interactions.closed(userId, each.withState(), isAll);
      }
    }
    return answer;
  }
}
