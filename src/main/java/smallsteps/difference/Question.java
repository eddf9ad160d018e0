package smallsteps.difference;

import java.time.Instant;
import smallsteps.User;

/// A small thing whose author wants to be asked about it.
///
/// @param sourceId the win's own key in its channel
/// @param answer `told`, `none_yet` or `unknown`; null while there is none
/// @param text what was told; else null
record Question(
    User user, String channelId, String sourceId, Instant askAt, String answer, String text) {

  /// What a button carries of it.
  String carried() {
    return channelId + " " + sourceId;
  }
}
