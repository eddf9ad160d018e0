package smallsteps.slack.bolt;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class NeededTest {
  @Test
  void whatAFormHoldsComesThroughWhereItIsOfTheKindThatIsRead() {
    String state =
        """
        {"values":{
          "text":{"win_text":{"type":"plain_text_input","value":"cleaned"}},
          "kind":{"win_kind":{"type":"radio_buttons","selected_option":{"text":[],"value":"did"}}},
          "tags":{"win_tags":{"selected_options":[null,{"value":"a"},7]}},
          "who":{"win_who":{"selected_users":["U1",7],"selected_option":"x","value":{}}},
          "rich":{"note":{"type":"rich_text_input","rich_text_value":{"elements":7}}},
          "file":{"files":{"type":"file_input","files":[{"media":[]}]}},
          "odd":7,
          "none":null}}
        """;
    String sent =
        "{\"type\":\"view_submission\",\"team\":null,\"user\":{\"id\":\"U1\",\"name\":{}},"
            + "\"view\":{\"id\":\"V1\",\"blocks\":[{\"type\":\"file\",\"file\":[]}],\"state\":"
            + state
            + "}}";
    String needed =
        """
        {"user":{"id":"U1"},
         "view":{"state":{"values":{
           "text":{"win_text":{"type":"plain_text_input","value":"cleaned"}},
           "kind":{"win_kind":{"selected_option":{"value":"did"},"type":"radio_buttons"}},
           "tags":{"win_tags":{"selected_options":[{"value":"a"}]}},
           "who":{"win_who":{"selected_users":["U1"]}},
           "rich":{"note":{"type":"rich_text_input"}},
           "file":{"files":{"type":"file_input"}}}},
           "id":"V1"},
         "type":"view_submission"}
        """;

    assertThat(JsonParser.parseString(needed(sent))).isEqualTo(JsonParser.parseString(needed));
  }

  @Test
  void whatIsNoObjectStaysAsItIs() {
    for (String other : new String[] {"[]", "7", "null", "\"payload\""}) {
      assertThat(needed(other)).isEqualTo(other);
    }
  }

  private static String needed(String json) {
    return Needed.of(JsonParser.parseString(json));
  }
}
