package smallsteps.slack.bolt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.Request;

/// What the rooms answer to each kind of event, in the order of the rooms.
final class EventListeners {
  final List<Function<Request.Message, Reply>> posted = new ArrayList<>();
  final List<Function<Request.MessageEdited, Reply>> edited = new ArrayList<>();
  final List<Function<Request.MessageDeleted, Reply>> deleted = new ArrayList<>();
  final List<Function<Request.Reaction, Reply>> added = new ArrayList<>();
  final List<Function<Request.Reaction, Reply>> removed = new ArrayList<>();
  final List<Function<Request.Invited, Reply>> invited = new ArrayList<>();
  final List<Function<Request.Left, Reply>> left = new ArrayList<>();
  final List<Function<Request.Unarchived, Reply>> unarchived = new ArrayList<>();
  final List<Function<Request.ChannelIdChanged, Reply>> channelIdChanged = new ArrayList<>();
  final List<Function<Request.HomeOpened, Reply>> homeOpened = new ArrayList<>();

  void add(Listener.Event listener) {
    switch (listener) {
      case Listener.Message(var answer) -> posted.add(answer);
      case Listener.MessageEdited(var answer) -> edited.add(answer);
      case Listener.MessageDeleted(var answer) -> deleted.add(answer);
      case Listener.ReactionAdded(var answer) -> added.add(answer);
      case Listener.ReactionRemoved(var answer) -> removed.add(answer);
      case Listener.Invited(var answer) -> invited.add(answer);
      case Listener.Left(var answer) -> left.add(answer);
      case Listener.Unarchived(var answer) -> unarchived.add(answer);
      case Listener.ChannelIdChanged(var answer) -> channelIdChanged.add(answer);
      case Listener.HomeOpened(var answer) -> homeOpened.add(answer);
    }
  }
}
