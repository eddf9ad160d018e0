package smallsteps.slack;

import smallsteps.User;

/// Where a request came from, and the short-lived ways back to it.
///
/// @param channelId null where there is none
/// @param triggerId opens a view within 3 seconds; null where there is none
/// @param responseUrl takes answers for 30 minutes; null where there is none
/// @param modalId the modal that something was used in; null elsewhere
record Origin(
    Kind kind, User user, String channelId, String triggerId, String responseUrl, String modalId) {

  Origin(Kind kind, User user, String channelId, String triggerId, String responseUrl) {
    this(kind, user, channelId, triggerId, responseUrl, null);
  }

  enum Kind {
    /// The ack may carry a message that only this person sees.
    COMMAND,
    /// The ack may carry errors, or another view.
    SUBMISSION,
    /// The ack is empty, or an offer of options; there may be a response_url.
    INTERACTION,
    /// The ack is empty, and there is nobody waiting.
    EVENT
  }

  static Origin event(User user, String channelId) {
    return new Origin(Kind.EVENT, user, channelId, null, null);
  }
}
