package smallsteps.rehearsal.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smallsteps.rehearsal.wire.Wire;

/// What Slack refuses in blocks is refused here, with the place.
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

  @ParameterizedTest
  @CsvSource({
    "data_visualization, MESSAGE",
    "table, MESSAGE",
    "data_table, MESSAGE",
    "container, MESSAGE",
    "markdown, MESSAGE",
    "context_actions, MESSAGE",
    "alert, MODAL",
    "carousel, MESSAGE HOME",
    "card, MESSAGE HOME",
    "file, ''",
    "section, MESSAGE MODAL HOME"
  })
  void eachBlockStandsWhereSlackLetsIt(String type, String places) {
    for (Place place : Place.values()) {
      boolean isRefused =
          problems("{'type':'" + type + "'}", place).stream()
              .anyMatch(each -> each.contains("unsupported type: " + type));
      assertThat(isRefused).as(type + " in " + place).isEqualTo(!places.contains(place.name()));
    }
  }

  @Test
  void aChartHasAPointForEachCategoryAndShortLabels() {
    String chart =
        "{'type':'data_visualization','title':'t','chart':{'type':'bar','series':[{'name':'n',"
            + "'data':[{'label':'a','value':1}]}],'axis_config':{'categories':['a']}}}";
    assertThat(problems(chart, Place.MESSAGE)).isEmpty();
    assertThat(problems(chart.replace("['a']", "['b']"), Place.MESSAGE))
        .singleElement()
        .asString()
        .contains("/blocks/0/chart/series/0/data");
    assertThat(problems(chart.replace("'n'", "'" + "n".repeat(21) + "'"), Place.MESSAGE))
        .hasSize(1);
    assertThat(problems(String.join(",", chart, chart, chart), Place.MESSAGE)).hasSize(1);
  }

  @Test
  void aCardsWordsAreMrkdwn() {
    String card = "{'type':'card','title':{'type':'mrkdwn','text':'x'}}";
    assertThat(problems(card, Place.HOME)).isEmpty();
    assertThat(problems(card.replace("mrkdwn", "plain_text"), Place.HOME)).hasSize(1);
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
