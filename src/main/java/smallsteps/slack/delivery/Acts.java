package smallsteps.slack.delivery;

import smallsteps.Act;
import smallsteps.slack.api.Answer;
import smallsteps.slack.api.WebApi;
import smallsteps.slack.reply.Homes;

/// Does in Slack what is to be done there: one call each, by somebody whose turn it is.
public final class Acts {
  private final WebApi api;
  private final Homes homes;

  public Acts(WebApi api, Homes homes) {
    this.api = api;
    this.homes = homes;
  }

  /// The ts of a new message; empty for what is none.
  Answer<String> perform(Act act) {
    return switch (act) {
      case Act.Post post -> api.post(post);
      case Act.Edit(var message, var content) -> api.edit(message, content);
      case Act.Delete(var message) -> api.delete(message);
      case Act.React(var message, String emoji) -> api.react(message, emoji);
      case Act.Unreact(var message, String emoji) -> api.unreact(message, emoji);
      case Act.ShowHome(var user, var view) -> homes.show(user, view);
    };
  }

  static String method(Act act) {
    return switch (act) {
      case Act.Post _ -> "chat.postMessage";
      case Act.Edit _ -> "chat.update";
      case Act.Delete _ -> "chat.delete";
      case Act.React _ -> "reactions.add";
      case Act.Unreact _ -> "reactions.remove";
      case Act.ShowHome _ -> "views.publish";
    };
  }

  /// Whether an earlier one that arrives late would undo a later one.
  static boolean mayBeOvertaken(Act act) {
    return switch (act) {
      case Act.Edit _, Act.React _, Act.Unreact _ -> true;
      case Act.Post _, Act.Delete _, Act.ShowHome _ -> false;
    };
  }

  /// Whether Slack refuses because there is nothing left to do.
  static boolean isFine(Act act, String error) {
    return switch (act) {
      case Act.Edit _, Act.Delete _ -> error.equals("message_not_found");
      case Act.React _ -> error.equals("already_reacted");
      case Act.Unreact _ -> error.equals("no_reaction") || error.equals("message_not_found");
      case Act.Post _, Act.ShowHome _ -> false;
    };
  }
}
