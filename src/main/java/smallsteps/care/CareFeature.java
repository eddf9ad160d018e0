package smallsteps.care;

import java.time.InstantSource;
import java.util.List;
import smallsteps.Feature;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.UserTable;
import smallsteps.config.Words;
import smallsteps.storage.Database;

/// What people choose about what the bot says unasked.
public final class CareFeature implements Feature {
  private final Database database;
  private final PreferencesForm form;

  public CareFeature(Words words, Care care, Database database, InstantSource clock) {
    this.database = database;
    form = new PreferencesForm(words, care, database, clock);
  }

  /// Opens a person's own preferences, for a command.
  public Reply preferences(Request.Command asked) {
    return form.open(asked.user(), asked.language());
  }

  @Override
  public List<Listener> listeners() {
    return List.of(
        new Listener.Action(
            Care.PREFERENCES_ACTION, pressed -> form.open(pressed.user(), pressed.language())),
        new Listener.Action(WhyBlocks.WHY, form::why),
        new Listener.ViewSubmission(PreferencesModal.CALLBACK, form::submitted),
        new Listener.ViewSubmission(PreferencesModal.CHANNEL_CALLBACK, form::switched));
  }

  @Override
  public List<UserTable> userTables() {
    return List.of(
        new UserTable(
            "care_person",
            user -> database.write(sql -> new CareStore(sql).forget(user)),
            user -> database.read(sql -> new CareStore(sql).export(user))),
        new UserTable(
            "care_person_off",
            user -> database.write(sql -> new CareStore(sql).forgetOff(user)),
            user -> database.read(sql -> new CareStore(sql).exportOff(user))));
  }
}
