package smallsteps.slack.api;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.google.gson.Gson;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.mockito.stubbing.Stubber;
import smallsteps.Secret;

/// Slack's client without a Slack: a test says what a call comes to.
public final class MockedSlack {
  public final HandWound time = new HandWound();
  public final MeterRegistry metrics = new SimpleMeterRegistry();
  public final SlackTime slackTime;
  public final Calls calls;
  private final MethodsClient client = mock(MethodsClient.class);

  public MockedSlack(InstantSource clock) {
    var slack = mock(Slack.class);
    when(slack.methods()).thenReturn(client);
    slackTime = new SlackTime(clock, time);
    calls = new Calls(slack, new Secret("xoxb-1"), metrics, time, slackTime);
  }

  /// Each call of this method comes to that.
  public void comesTo(Stubber that, String method) throws Exception {
    call(that.when(client), method);
  }

  public void verifyCalls(String method, int calls) throws Exception {
    call(verify(client, times(calls)), method);
  }

  private static void call(MethodsClient client, String method) throws Exception {
    client.postFormWithTokenAndParseResponse(any(), eq(method), any(), eq(Body.class));
  }

  public static Body answer(String json) {
    return new Gson().fromJson(json, Body.class);
  }
}
