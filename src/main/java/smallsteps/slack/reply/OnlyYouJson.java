package smallsteps.slack.reply;

import com.google.gson.Gson;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import smallsteps.Content;
import smallsteps.slack.api.WebApi;

/// A content as the JSON of an ack that only one person sees. A room may give the very same content
/// again and again, as `/principle 3` does: from the second time on its JSON is kept, until another
/// takes its place. What is said once is not kept.
final class OnlyYouJson {
  private static final int PLACES = 1024;

  /// @param json null until the content is seen again
  private record Seen(WeakReference<Content> content, String json) {}

  private final Gson gson;
  private final AtomicReferenceArray<Seen> recent = new AtomicReferenceArray<>(PLACES);

  OnlyYouJson(Gson gson) {
    this.gson = gson;
  }

  String of(Content content) {
    int place = System.identityHashCode(content) % PLACES;
    Seen before = recent.get(place);
    boolean again = before != null && before.content().refersTo(content);
    if (again && before.json() != null) {
      return before.json();
    }
    String json = gson.toJson(response(content));
    recent.set(place, new Seen(new WeakReference<>(content), again ? json : null));
    return json;
  }

  private static SlashCommandResponse response(Content content) {
    return SlashCommandResponse.builder()
        .responseType("ephemeral")
        .text(content.text())
        .blocks(WebApi.blocks(content))
        .build();
  }
}
