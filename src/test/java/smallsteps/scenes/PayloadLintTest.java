package smallsteps.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/// That the lint which every scene ends with finds what it is for.
class PayloadLintTest {
  @Test
  void aMessageMustSayInItsTextWhatItsBlocksSay() {
    assertThat(lint("{'text': '', 'blocks': []}")).contains("text says nothing in words");
    assertThat(lint("{'text': ':tada: 🎉', 'blocks': []}")).contains("says nothing in words");
    String section = "{'type': 'section', 'text': {'type': 'mrkdwn', 'text': '*Hej* på dig'}}";
    assertThat(lint("{'text': 'Hej på dig', 'blocks': [" + section + "]}")).isEmpty();
    assertThat(lint("{'text': 'Ett meddelande', 'blocks': [" + section + "]}"))
        .contains("leaves out: Hejpådig");
  }

  @Test
  void whatIsTooLongOrTooManyIsFound() {
    assertThat(lint("{'text': '" + "a".repeat(4001) + "'}")).contains("more than 4000");
    String header = "{'type': 'header', 'text': {'type': 'plain_text', 'text': '%s'}}";
    assertThat(view(header.formatted("a".repeat(151)))).contains("more than 150");
    assertThat(view((header.formatted("a") + ",").repeat(100) + header.formatted("a")))
        .contains("101 blocks");
  }

  @Test
  void buttonsThatSoundAlikeNeedLabels() {
    String button =
        "{'type': 'button', 'action_id': '%s', 'text': {'type': 'plain_text', 'text': 'Read'}%s}";
    String actions = "{'type': 'actions', 'elements': [%s, %s]}";
    assertThat(view(actions.formatted(button.formatted("a", ""), button.formatted("b", ""))))
        .contains("2 buttons say “Read”");
    assertThat(
            view(
                actions.formatted(
                    button.formatted("a", ", 'accessibility_label': 'Read one'"),
                    button.formatted("b", ", 'accessibility_label': 'Read two'"))))
        .isEmpty();
  }

  @Test
  void aPictureHasWordsAndAChartItsNumbers() {
    assertThat(view("{'type': 'image', 'image_url': 'https://x.se/a.png', 'alt_text': ''}"))
        .contains("alt_text says nothing");
    String chart =
        "{'type': 'data_visualization', 'title': 't', 'chart': {'type': 'bar', 'series': [{'name':"
            + " 's', 'data': [{'label': 'v. 1', 'value': 3}]}]}}";
    assertThat(view(chart)).contains("“v. 1: 3” stands nowhere");
    assertThat(view(chart + ", {'type': 'section', 'text': {'type': 'mrkdwn', 'text': 'v. 1: 3'}}"))
        .isEmpty();
  }

  private static String lint(String message) {
    return String.join("\n", PayloadLint.message("m", json(message)));
  }

  private static String view(String blocks) {
    return String.join(
        "\n", PayloadLint.view("v", json("{'type': 'home', 'blocks': [" + blocks + "]}")));
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return reader.readObject();
    }
  }
}
