package smallsteps.home;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import smallsteps.Feature;
import smallsteps.Listener;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;
import smallsteps.principles.Principles;

/// The App Home.
public final class HomeFeature implements Feature {
  private final Words words;
  private final Principles principles;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone where it is decided which week it is
  public HomeFeature(Words words, Principles principles, InstantSource clock, ZoneId zone) {
    this.words = words;
    this.principles = principles;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public List<Listener> listeners() {
    return List.of(new Listener.HomeOpened(this::opened));
  }

  private Reply opened(Request.HomeOpened opened) {
    return new Reply.ShowHome(language -> {
      var today = clock.instant().atZone(zone).toLocalDate();
      return HomeView.of(words.in(language), principles.ofWeek(today, language));
    });
  }
}
