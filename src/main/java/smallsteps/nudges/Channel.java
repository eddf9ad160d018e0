package smallsteps.nudges;

/// A channel of a workspace.
record Channel(String teamId, String id) {}
