package smallsteps.slack.web;

/// What goes back over HTTP.
///
/// @param contentType null for none
/// @param allow the methods that there are instead; null where that was not the matter
record HttpAnswer(int status, String contentType, String body, String allow) {
  HttpAnswer(int status, String contentType, String body) {
    this(status, contentType, body, null);
  }

  static HttpAnswer empty(int status) {
    return new HttpAnswer(status, null, "");
  }

  static HttpAnswer sentence(int status, String sentence) {
    return new HttpAnswer(status, "text/plain; charset=utf-8", sentence);
  }

  static HttpAnswer otherMethods(String allow) {
    return new HttpAnswer(405, null, "", allow);
  }
}
