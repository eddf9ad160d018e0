package smallsteps.slack;

/// What goes back over HTTP.
///
/// @param contentType null for none
record HttpAnswer(int status, String contentType, String body) {
  static HttpAnswer empty(int status) {
    return new HttpAnswer(status, null, "");
  }

  static HttpAnswer sentence(int status, String sentence) {
    return new HttpAnswer(status, "text/plain; charset=utf-8", sentence);
  }
}
