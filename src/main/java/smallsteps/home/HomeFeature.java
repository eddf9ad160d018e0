package smallsteps.home;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import smallsteps.Act;
import smallsteps.Channel;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.Listener;
import smallsteps.MalformedException;
import smallsteps.Newest;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.User;
import smallsteps.config.Words;
import smallsteps.difference.Differences;
import smallsteps.outbox.Debt;
import smallsteps.outbox.Outbox;
import smallsteps.outbox.Wanted;
import smallsteps.plans.Plans;
import smallsteps.plans.PlansFeature;
import smallsteps.principles.Principles;
import smallsteps.wins.PersonalWins;

/// The App Home: what a person finds under the bot's name.
public final class HomeFeature implements Feature {
  static final String PAGE = "home_page";
  static final int WINS_A_PAGE = 10;
  private static final int SAID_A_WEEK = 3;
  private static final int CHANNELS = 8;
  private static final int PAGES_REMEMBERED = 1000;

  private final Words words;
  private final Principles principles;
  private final PersonalWins wins;
  private final Plans plans;
  private final PlansFeature plansRoom;
  private final Differences differences;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Outbox outbox;
  private final Map<User, Integer> pages = Newest.map(PAGES_REMEMBERED);

  /// The same for everybody in the workspace.
  private volatile List<String> lacking = List.of();

  /// @param zone whose dates and weeks it shows
  public HomeFeature(
      Words words,
      Principles principles,
      PersonalWins wins,
      Plans plans,
      PlansFeature plansRoom,
      Differences differences,
      Outbox outbox,
      InstantSource clock,
      ZoneId zone) {
    this.words = words;
    this.principles = principles;
    this.wins = wins;
    this.plans = plans;
    this.plansRoom = plansRoom;
    this.differences = differences;
    this.clock = clock;
    this.zone = zone;
    this.outbox = outbox;
    outbox.kind(Outbox.HOMES, this::wanted);
  }

  @Override
  public List<Listener> listeners() {
    return List.of(new Listener.HomeOpened(this::opened), new Listener.Action(PAGE, this::turned));
  }

  private Reply opened(Request.HomeOpened opened) {
    lacking = opened.lacking();
    return show(opened.user(), 0);
  }

  private Reply turned(Request.Action pressed) {
    return show(pressed.user(), MalformedException.number("page", pressed.value(), _ -> true));
  }

  private Reply show(User user, int page) {
    pages.put(user, page);
    outbox.oweHome(user);
    return Reply.nothing();
  }

  private Wanted wanted(Debt debt) {
    var user = new User(debt.teamId(), debt.channelId());
    int page = pages.getOrDefault(user, 0);
    return Wanted.now(
        new Act.ShowHome(user, language -> HomeView.of(contents(user, language, page))));
  }

  private HomeContents contents(User user, Language language, int page) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(zone).toLocalDate();
    var weeks = Weeks.until(today, zone);
    return new HomeContents(
        words.in(language),
        zone,
        principles.ofWeek(today, language),
        ownWins(user, language, page, now),
        weeks.with(wins.saidBetween(user, weeks.moments(), SAID_A_WEEK)),
        nextNudges(user),
        principles.all(language),
        lacking);
  }

  private HomeContents.OwnWins ownWins(User user, Language language, int page, Instant now) {
    UnaryOperator<String> told = differences.of(user, language);
    int total = wins.count(user);
    int last = Math.max(0, (total - 1) / WINS_A_PAGE);
    int shown = Math.clamp(page, 0, last);
    return new HomeContents.OwnWins(
        wins.page(user, WINS_A_PAGE, shown * WINS_A_PAGE).stream()
            .map(own ->
                new HomeContents.Shown(
                    own, told.apply(own.key()), Differences.isTimeToTell(own.win(), now)))
            .toList(),
        total,
        shown,
        last);
  }

  /// In the channels that this person is known to be in: where they said something, or planned.
  private HomeContents.OwnNudges nextNudges(User user) {
    List<Channel> planned =
        plans.planned(
            Stream.concat(wins.channels(user).stream(), plans.channelsSetBy(user).stream())
                .distinct()
                .map(channelId -> new Channel(user.teamId(), channelId))
                .toList());
    return new HomeContents.OwnNudges(
        planned.stream().limit(CHANNELS).map(plansRoom::next).flatMap(Optional::stream).toList(),
        Math.max(0, planned.size() - CHANNELS));
  }
}
