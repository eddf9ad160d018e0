package smallsteps.slack.api;

import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import smallsteps.slack.payload.LooseJson;

/// What Slack answered to a call, whichever method it was. It is read by the few fields that we
/// need: Slack's own classes know every field, and refuse a whole answer for one shape that they
/// don't know in a message of somebody else's.
@JsonAdapter(Body.Reader.class)
public final class Body implements SlackApiTextResponse {
  private final LooseJson json;
  private Map<String, List<String>> headers = Map.of();

  private Body(LooseJson json) {
    this.json = json;
  }

  /// Empty where the answer was no JSON object.
  public LooseJson json() {
    return json;
  }

  @Override
  public boolean isOk() {
    return json.is("ok");
  }

  /// Null where Slack gives none.
  @Override
  public String getError() {
    return json.text("error");
  }

  @Override
  public String getWarning() {
    return json.text("warning");
  }

  @Override
  public String getNeeded() {
    return json.text("needed");
  }

  @Override
  public String getProvided() {
    return json.text("provided");
  }

  /// By their names in small letters.
  @Override
  public Map<String, List<String>> getHttpResponseHeaders() {
    return headers;
  }

  @Override
  public void setHttpResponseHeaders(Map<String, List<String>> headers) {
    this.headers = headers;
  }

  @Override
  public void setOk(boolean isOk) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setError(String error) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setWarning(String warning) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setNeeded(String needed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setProvided(String provided) {
    throw new UnsupportedOperationException();
  }

  /// As Slack's client wants it.
  static final class Reader extends TypeAdapter<Body> {
    @Override
    public Body read(JsonReader in) throws IOException {
      return new Body(LooseJson.read(in));
    }

    @Override
    public void write(JsonWriter out, Body body) {
      throw new UnsupportedOperationException();
    }
  }
}
