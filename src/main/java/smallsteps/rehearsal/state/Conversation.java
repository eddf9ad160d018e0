package smallsteps.rehearsal.state;

/// A conversation of the workspace, by its id and the name people see.
public record Conversation(String id, String name, boolean isPrivate) {}
