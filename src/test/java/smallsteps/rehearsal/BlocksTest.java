package smallsteps.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Slack refuses in blocks is refused here, with the place. */
class BlocksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'type':'section'}                                                     | must define one of
          {'type':'header','text':{'type':'plain_text','text':'LONG'}}           | less than 151
          {'type':'image','image_url':'http://x'}                                | alt_text
          {'type':'context','elements':[]}                                       | no fewer than 1
          {'type':'nosuch'}                                                      | unsupported type: nosuch
          {'type':'alert','text':{'type':'plain_text','text':'x'}}               | unsupported type: alert
          {'type':'actions','elements':[{'type':'plain_text_input'}]}            | unsupported type: plain_text_input
          {'type':'actions','elements':[{'type':'button'}]}                      | missing required field: text
          {'type':'section','text':{'type':'mrkdwn','text':''}}                  | more than 0 characters
          {'type':'actions','elements':[{'type':'static_select','options':[]}]}  | no fewer than 1
          {'type':'input','label':{'type':'mrkdwn','text':'x'},'element':{'type':'timepicker','initial_time':'25:00'}} | json-pointer:/blocks/0/element/initial_time
          """)
  void aFaultIsFound(String block, String problem) {
    assertThat(problems(block, Place.MESSAGE)).anyMatch(each -> each.contains(problem));
  }

  @Test
  void whatIsFineInOnePlaceMayBeRefusedInAnother() {
    String alert = "{'type':'alert','text':{'type':'plain_text','text':'x'}}";
    assertThat(problems(alert, Place.MODAL)).isEmpty();
    String markdown = "{'type':'markdown','text':'x'}";
    assertThat(problems(markdown, Place.MESSAGE)).isEmpty();
    assertThat(problems(markdown, Place.HOME)).hasSize(1);
  }

  @Test
  void idsAreNotUsedTwice() {
    String divider = "{'type':'divider','block_id':'a'}";
    assertThat(problems(divider + "," + divider, Place.MESSAGE))
        .singleElement()
        .asString()
        .contains("/blocks/1/block_id");
    String button = "{'type':'button','action_id':'a','text':{'type':'plain_text','text':'x'}}";
    String actions = "{'type':'actions','elements':[" + button + "," + button + "]}";
    assertThat(problems(actions, Place.MESSAGE)).hasSize(1);
  }

  @Test
  void aMessageHasFiftyBlocksAndAModalAHundred() {
    String many = String.join(",", Collections.nCopies(51, "{'type':'divider'}"));
    assertThat(problems(many, Place.MESSAGE)).hasSize(1);
    assertThat(problems(many, Place.MODAL)).isEmpty();
  }

  @Test
  void aModalWithAnInputNeedsASubmitAndAShortTitle() {
    var view =
        Wire.readObject(
                """
                {"type": "modal", "title": {"type": "plain_text", "text": "much too long for a title"},
                 "blocks": [{"type": "input", "label": {"type": "plain_text", "text": "x"},
                   "element": {"type": "plain_text_input"}}]}
                """)
            .orElseThrow();
    assertThat(ViewRules.problems(view, "modal"))
        .hasSize(2)
        .anyMatch(each -> each.contains("/view/title/text"))
        .anyMatch(each -> each.contains("`submit` is required"));
  }

  private static List<String> problems(String blocks, Place place) {
    String json = "[" + blocks.replace('\'', '"').replace("LONG", "x".repeat(151)) + "]";
    return Blocks.problems(Wire.read(json).orElseThrow(), place);
  }
}
