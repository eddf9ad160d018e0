package smallsteps.rehearsal.state;

/** A conversation of the workspace, by its id and the name people see. */
public record Channel(String id, String name, boolean isPrivate) {}
