package smallsteps.difference;

import java.time.Instant;
import smallsteps.Channel;
import smallsteps.User;

/// What difference a small thing made: to be asked, asked, or told.
///
/// @param sourceId the win's own key in its channel
/// @param askAt null when it is not to be asked, or was
/// @param answer `told`, `none_yet` or `unknown`; null while there is none
/// @param text what was told; else null
record Question(
    User user, String channelId, String sourceId, Instant askAt, String answer, String text) {

  Channel channel() {
    return new Channel(user.teamId(), channelId);
  }

  /// What a button carries of it.
  String carried() {
    return channelId + " " + sourceId;
  }
}
