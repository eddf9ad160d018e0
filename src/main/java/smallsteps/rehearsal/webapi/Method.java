package smallsteps.rehearsal.webapi;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/// A Web API method.
///
/// @param scopes any of these will do; none, and the method needs no scope
/// @param perMinute how many calls a minute its tier allows
/// @param answer runs under the state's lock; what it returns is sent with ok:true
record Method(
    String name, List<String> scopes, int perMinute, Function<Params, JsonObject> answer) {
  /// One, and the small burst that Slack tolerates.
  static final int TIER_1 = 5;

  static final int TIER_2 = 20;
  static final int TIER_3 = 50;
  static final int TIER_4 = 100;
  static final int SPECIAL = 300;
}
