package smallsteps;

/// Something that happened while nobody listened, told to the rooms as if it had just happened.
public sealed interface Missed {

  record Said(Request.Message message) implements Missed {}

  record Edited(Request.MessageEdited edit) implements Missed {}

  record Deleted(Request.MessageDeleted deletion) implements Missed {}

  record Reacted(Request.Reaction reaction) implements Missed {}

  record Unreacted(Request.Reaction reaction) implements Missed {}
}
