package smallsteps.wins;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import smallsteps.ChannelLanguages;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.MessageId;
import smallsteps.PastTime;
import smallsteps.People;
import smallsteps.Reply;
import smallsteps.Reply.ReadReactions.Given;
import smallsteps.Request;
import smallsteps.ScheduledJob;
import smallsteps.User;
import smallsteps.UserTable;
import smallsteps.config.Words;
import smallsteps.nudges.Nudges;
import smallsteps.outbox.Outbox;
import smallsteps.storage.Database;
import smallsteps.storage.Sql;

/// Wins: "I did a small thing", kept however it is said.
public final class WinsFeature implements Feature {

  /// The job's name in the schedule.
  public static final String LEARN_NAMES = "learn-names";

  private final KeptWins keptWins;
  private final WinMessages messages;
  private final WinForm form;
  private final WhoseQuestion whose;
  private final WinCommand command;
  private final WinShortcut shortcut;
  private final OwnWins own;
  private final Names names;

  /// What the room gets from others.
  ///
  /// @param principleTitles a principle's title by its number, 1 to 7
  /// @param reactionsFound told which reactions a message had when it became a win
  /// @param preferences opens what a person has chosen of the bot
  /// @param differences what a small thing of somebody's led to, by its channel and source; null
  ///   for nothing
  /// @param digest shows what the channel's digest would say now
  /// @param people know the names of those whom small things mention
  /// @param sentences how a win is said that another room heard of, as mrkdwn in the channel's
  ///   language; empty for any other win
  public record Neighbours(
      Nudges nudges,
      ChannelLanguages languages,
      BiFunction<Integer, Language, String> principleTitles,
      BiConsumer<MessageId, List<Given>> reactionsFound,
      Function<Request.Command, Reply> preferences,
      BiFunction<User, Language, UnaryOperator<String>> differences,
      Function<Request.Command, Reply> digest,
      People people,
      BiFunction<Told, Language, Optional<String>> sentences) {}

  /// @param zone whose dates a list shows
  public WinsFeature(
      Words words,
      Database database,
      Outbox outbox,
      Neighbours neighbours,
      InstantSource clock,
      ZoneId zone) {
    var wins = new Wins(database);
    var nudges = neighbours.nudges();
    names = new Names(database, neighbours.people());
    var posts =
        new PostedWins(database, words, neighbours.languages(), neighbours.sentences(), outbox);
    var editedPosts = new EditedPosts(wins, posts, outbox);
    var confirmations = new Confirmations(database, outbox);
    keptWins = new KeptWins(database, posts, confirmations, outbox);
    var remarks = new Remarks(words);
    messages =
        new WinMessages(
            keptWins,
            new EditedWins(database, keptWins, confirmations),
            wins,
            nudges,
            neighbours.reactionsFound(),
            () -> names.learn(clock.instant()),
            remarks,
            new WhatQuestion(words));
    form = new WinForm(words, neighbours.principleTitles(), keptWins, posts, nudges, clock);
    whose = new WhoseQuestion(words, form, clock);
    command =
        new WinCommand(
            words,
            database,
            form,
            whose,
            clock,
            zone,
            neighbours.preferences(),
            neighbours.differences(),
            neighbours.digest());
    own = new OwnWins(words, database, keptWins, editedPosts, clock);
    shortcut = new WinShortcut(words, keptWins, wins, messages, remarks);
  }

  /// The modal with what another room knows already.
  public Reply form(Language language, Draft draft) {
    return form.open(language, draft);
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.Message(messages::posted),
        new Listener.MessageEdited(messages::edited),
        new Listener.MessageDeleted(messages::deleted),
        new Listener.Command("/smallthing", "wins.command", command::answer),
        new Listener.Action(WhoseQuestion.UNNAMED, whose::answered),
        new Listener.Action(WhoseQuestion.NAMED, whose::answered),
        new Listener.Action(Nudges.WIN_ACTION, form::open),
        new Listener.Action(WhatQuestion.TELL, form::openInThread),
        new Listener.GlobalShortcut("new_small_thing", "wins.shortcuts.new", form::open),
        new Listener.MessageShortcut("save_small_thing", "wins.shortcuts.save", shortcut::save),
        new Listener.ViewSubmission(WinModal.CALLBACK, form::submitted),
        new Listener.Action(Wins.EDIT_ACTION, own::openEditor),
        new Listener.ViewSubmission(EditWinModal.CALLBACK, own::edited),
        new Listener.Action(Wins.DELETE_ACTION, own::askToDelete),
        new Listener.ViewSubmission(DeleteWinModal.CALLBACK, own::deleted),
        new Listener.Action(Wins.HIDE_ACTION, own::hide),
        new Listener.Action(Wins.SHOW_ACTION, own::show));
  }

  /// Keeps and posts a win that another room heard of; once told, it is not told again.
  ///
  /// @param reader whose language the thanks are in
  /// @param also what that room keeps with it
  public Reply tell(Told told, Language reader, Consumer<Sql> also) {
    return form.keepAndPost(told, reader, also);
  }

  @Override
  public List<ScheduledJob> jobs() {
    return List.of(new ScheduledJob(LEARN_NAMES, Duration.ofMinutes(15), names::learn));
  }

  /// From then on a name is good for a time.
  @Override
  public List<PastTime> pastTimes() {
    return List.of(new PastTime("name", "asked_at"));
  }

  @Override
  public List<UserTable> userTables() {
    return List.of(
        new UserTable("win", keptWins::forget, keptWins::export),
        new UserTable("name", names::forget, names::export));
  }
}
