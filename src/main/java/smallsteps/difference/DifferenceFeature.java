package smallsteps.difference;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import smallsteps.Feature;
import smallsteps.Listener;
import smallsteps.ScheduledJob;
import smallsteps.UserTable;
import smallsteps.care.Care;
import smallsteps.care.WhyBlocks;
import smallsteps.config.Words;
import smallsteps.outbox.Outbox;
import smallsteps.storage.Database;
import smallsteps.wins.Wins;

/// What difference did it make?
public final class DifferenceFeature implements Feature {
  private static final Duration EVERY = Duration.ofMinutes(1);

  private final Database database;
  private final DifferenceAnswers answers;
  private final DifferenceQuestions questions;

  public DifferenceFeature(
      Words words, Database database, Wins wins, Care care, Outbox outbox, InstantSource clock) {
    this.database = database;
    var inPlace = new ToldInPlace(words, database, care, outbox);
    answers = new DifferenceAnswers(words, database, wins, care, inPlace, clock);
    var blocks = new DifferenceBlocks(words, new WhyBlocks(words));
    questions = new DifferenceQuestions(blocks, database, wins, care, outbox, clock);
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.Action(Wins.DIFFERENCE_ACTION, answers::ask),
        new Listener.Action(DifferenceBlocks.TELL, answers::tell),
        new Listener.Action(DifferenceBlocks.NONE_YET, answers::noneYet),
        new Listener.Action(DifferenceBlocks.UNKNOWN, answers::unknown),
        new Listener.ViewSubmission(DifferenceModal.CALLBACK, answers::submitted));
  }

  @Override
  public List<ScheduledJob> jobs() {
    return List.of(new ScheduledJob("ask-what-difference", EVERY, questions::due));
  }

  @Override
  public List<UserTable> userTables() {
    return List.of(
        new UserTable(
            "difference",
            user -> database.write(sql -> new DifferenceStore(sql).forget(user)),
            user -> database.read(sql -> new DifferenceStore(sql).export(user))));
  }
}
