package smallsteps;

/// A person in one workspace. Ids are Slack's own and opaque: `U…` or `W…`.
public record User(String teamId, String id) {
  public User {
    MalformedException.need("team", teamId);
    MalformedException.need("user", id);
  }
}
