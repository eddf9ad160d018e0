package smallsteps.slack;

import com.google.gson.Gson;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import smallsteps.Content;

/// A content as the JSON of an ack that only one person sees. A room may give the very same content
/// again and again, as `/principle 3` does: its JSON is kept until another takes its place.
final class OnlyYouJson {
  private static final int PLACES = 64;

  private record Made(WeakReference<Content> content, String json) {}

  private final Gson gson;
  private final AtomicReferenceArray<Made> recent = new AtomicReferenceArray<>(PLACES);

  OnlyYouJson(Gson gson) {
    this.gson = gson;
  }

  String of(Content content) {
    int place = System.identityHashCode(content) % PLACES;
    Made made = recent.get(place);
    if (made != null && made.content().refersTo(content)) {
      return made.json();
    }
    String json = gson.toJson(response(content));
    recent.set(place, new Made(new WeakReference<>(content), json));
    return json;
  }

  private static SlashCommandResponse response(Content content) {
    return SlashCommandResponse.builder()
        .responseType("ephemeral")
        .text(content.text())
        .blocks(content.blocks().isEmpty() ? null : content.blocks())
        .build();
  }
}
