package smallsteps.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallsteps.SetupException;

class ProxiesTest {
  private static final URI SLACK = URI.create("https://slack.com/api/");
  private final Map<String, String> variables = new HashMap<>();
  private final Proxies proxies = new Proxies(variables);

  @ParameterizedTest
  @ValueSource(strings = {"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"})
  void theWayOutIsTheProxyOfTheEnvironment(String name) {
    variables.put(name, "proxy.example.org:3128");
    assertThat(proxies.to(SLACK))
        .contains(new Proxies.Proxy(name, "proxy.example.org", 3128, null));
    assertThat(proxies.to(URI.create("wss://wss-primary.slack.com/link/"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:3000/api/",
        "http://127.0.0.1:3000/",
        "ws://127.1.2.3:3000/",
        "http://[::1]:3000/",
        "http://rehearsal.localhost/"
      })
  void noProxyStandsOnTheWayToThisMachine(String address) {
    variables.put("HTTPS_PROXY", "http://proxy.example.org:3128");
    variables.put("NO_PROXY", "");
    assertThat(proxies.to(URI.create(address))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "slack.com",
        ".slack.com",
        "*.slack.com",
        "a.example, SLACK.COM",
        "a.example slack.com",
        "slack.com:443",
        "*",
        "com"
      })
  void exceptionsAreHeardInEitherCase(String exceptions) {
    variables.put("https_proxy", "http://proxy.example.org:3128");
    variables.put("NO_PROXY", exceptions);
    assertThat(proxies.to(SLACK)).isEmpty();
    variables.remove("NO_PROXY");
    variables.put("no_proxy", exceptions);
    assertThat(proxies.to(SLACK)).isEmpty();
    assertThat(proxies.to(URI.create("wss://wss-primary.slack.com/"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lack.com", "slack.com.example", "slack.com:80", "localhost,127.0.0.1"})
  void anExceptionForAnotherIsNone(String exceptions) {
    variables.put("HTTPS_PROXY", "http://proxy.example.org:3128");
    variables.put("NO_PROXY", exceptions);
    assertThat(proxies.to(SLACK)).isPresent();
  }

  @Test
  void userAndPasswordGoAlongWhateverSignsTheyHold() {
    variables.put("HTTPS_PROXY", "http://us%40er:pa%3Ass%2Fw+rd@proxy.example.org/");
    Proxies.Proxy proxy = proxies.to(SLACK).orElseThrow();
    assertThat(proxy.authorization()).isEqualTo("Basic dXNAZXI6cGE6c3MvdytyZA==");
    assertThat(proxy.port()).isEqualTo(80);
    assertThat(proxy).hasToString("proxy.example.org:80");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://proxy:1080",
        "http://proxy:99999",
        "http://proxy:0",
        "http://:hidden@/",
        "http://us er:hidden@proxy",
        "://",
        "https://proxy:443",
        "\"http://proxy\"",
        "http://u:%zz@p"
      })
  void aProxyThatIsNoneIsRefusedWithoutItsPassword(String value) {
    variables.put("HTTPS_PROXY", value);
    assertThatThrownBy(() -> proxies.to(SLACK))
        .isInstanceOf(SetupException.class)
        .hasMessageStartingWith("HTTPS_PROXY must be")
        .hasMessageNotContaining("hidden");
    assertThat(proxies.to(URI.create("http://localhost:3000/"))).isEmpty();
  }
}
