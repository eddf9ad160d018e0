package smallsteps.app;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import smallsteps.Channel;
import smallsteps.ChosenLanguages;
import smallsteps.Feature;
import smallsteps.Language;
import smallsteps.MessageId;
import smallsteps.OwnWorkspace;
import smallsteps.People;
import smallsteps.UserTable;
import smallsteps.calendar.Calendar;
import smallsteps.calendar.DayOff;
import smallsteps.care.Care;
import smallsteps.care.CareFeature;
import smallsteps.catchup.CatchUpFeature;
import smallsteps.channels.ChannelsFeature;
import smallsteps.config.Commands;
import smallsteps.config.ConfigFiles;
import smallsteps.config.Prompts;
import smallsteps.config.Settings;
import smallsteps.config.Words;
import smallsteps.difference.DifferenceFeature;
import smallsteps.difference.Differences;
import smallsteps.digest.DigestFeature;
import smallsteps.home.HomeFeature;
import smallsteps.microactions.MicroactionsFeature;
import smallsteps.nudges.Nudges;
import smallsteps.nudges.NudgesFeature;
import smallsteps.outbox.Outbox;
import smallsteps.pace.PaceFeature;
import smallsteps.plans.Plans;
import smallsteps.plans.PlansFeature;
import smallsteps.principles.Principles;
import smallsteps.principles.PrinciplesFeature;
import smallsteps.privacy.PrivacyFeature;
import smallsteps.reactions.Reactions;
import smallsteps.reactions.ReactionsFeature;
import smallsteps.spread.Spread;
import smallsteps.spread.SpreadFeature;
import smallsteps.storage.Database;
import smallsteps.weekly.SlotsByKind;
import smallsteps.wins.PersonalWins;
import smallsteps.wins.Wins;
import smallsteps.wins.WinsFeature;

/// The rooms and what each of them is given, read top to bottom. A new room is a line here.
final class BotRooms implements Rooms {
  /// Kept: finding the library anew for each row takes longer than the row.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(null);

  private final List<Feature> features;
  private final List<UserTable> userTables;
  private final Plans plans;
  private final PlansFeature plansRoom;
  private final Nudges nudges;
  private final Wins wins;
  private final Commands commands;
  private final Care care;

  BotRooms(
      ConfigFiles files,
      Settings settings,
      Words words,
      Database database,
      InstantSource clock,
      People people,
      OwnWorkspace ownWorkspace,
      Outbox outbox) {
    Language language = settings.language();
    commands = settings.commands();
    var calendar = Calendar.load(files, settings.country());
    care = new Care(database, people, date -> isFree(date, calendar), clock);
    var careRoom = new CareFeature(words, care, database, clock);
    var principles = Principles.load(files, language);
    var prompts = Prompts.load(files, language);
    plans = new Plans(database, language);
    nudges = new Nudges(database);
    wins = new Wins(database);
    var personal = new PersonalWins(database);
    var reactions =
        new ReactionsFeature(
            database, wins, nudges, clock, Duration.ofMinutes(settings.reactions().earlyMinutes()));
    BiFunction<Integer, Language, String> titles =
        (number, reader) -> principles.get(number, reader).title();
    var digest =
        new DigestFeature(
            settings,
            words,
            database,
            new DigestFeature.Neighbours(plans, titles, calendar, care),
            outbox,
            clock);
    var differences = new Differences(words, database, settings.zone());
    var reach = new Spread(database);
    var neighbours =
        new WinsFeature.Neighbours(
            nudges,
            plans,
            titles,
            reactions::found,
            careRoom::preferences,
            differences::of,
            digest::preview,
            people,
            (told, reader) -> reach.posted(told, words.in(reader)));
    var winsRoom = new WinsFeature(words, database, outbox, neighbours, clock, settings.zone());
    var spread = new SpreadFeature.Neighbours(wins, reach, plans, winsRoom::tell);
    var slots = new SlotsByKind();
    plansRoom =
        new PlansFeature(
            settings, new PlansFeature.Neighbours(calendar, people, slots), words, database, clock);
    var nudgesRoom =
        new NudgesFeature(
            settings,
            prompts,
            new NudgesFeature.Neighbours(titles, calendar, slots),
            words,
            database,
            outbox,
            clock);
    var microactions =
        new MicroactionsFeature(
            words,
            prompts,
            database,
            outbox,
            new MicroactionsFeature.Neighbours(care, personal, winsRoom::form, plans, titles),
            clock);
    var reacted = new Reactions(database);
    Predicate<MessageId> isAnswered =
        nudge ->
            wins.isAnswered(nudge) || microactions.isTakenOn(nudge) || !reacted.of(nudge).isEmpty();
    List<Feature> rooms =
        List.of(
            new PrinciplesFeature(
                principles, words, plans, database, outbox, clock, settings.zone()),
            plansRoom,
            nudgesRoom,
            new ChannelsFeature(settings, plansRoom, care, words, database, outbox, clock),
            winsRoom,
            reactions,
            new SpreadFeature(words, database, spread, clock),
            digest,
            new CatchUpFeature(database, plans, nudges, wins, reacted, ownWorkspace),
            new HomeFeature(
                words,
                principles,
                personal,
                plans,
                plansRoom,
                differences,
                outbox,
                clock,
                settings.zone()),
            careRoom,
            new DifferenceFeature(words, database, wins, care, outbox, clock),
            microactions,
            new PaceFeature(
                words,
                database,
                outbox,
                new PaceFeature.Neighbours(nudges, plans, plansRoom, isAnswered, care),
                clock));
    List<UserTable> tables =
        Stream.concat(
                rooms.stream().flatMap(room -> room.userTables().stream()),
                Stream.of(outbox.userTable()))
            .toList();
    userTables = tables;
    var privacy =
        new PrivacyFeature(
            words,
            tables,
            row -> JSON.createObjectBuilder(row).build().toString(),
            settings.zone());
    features = Stream.concat(rooms.stream(), Stream.of(privacy)).toList();
  }

  @Override
  public Commands commands() {
    return commands;
  }

  private static boolean isFree(LocalDate date, Calendar calendar) {
    return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
        || calendar.dayOff(date).filter(day -> day.kind() != DayOff.Kind.BRIDGE).isPresent();
  }

  @Override
  public List<Feature> features() {
    return features;
  }

  @Override
  public List<UserTable> userTables() {
    return userTables;
  }

  @Override
  public ChosenLanguages chosenLanguages() {
    return care;
  }

  @Override
  public Optional<Instant> nextNudge() {
    return plans.channelsOfAll().stream()
        .flatMap(channel -> plansRoom.next(channel).stream())
        .flatMap(next -> Stream.ofNullable(next.at()))
        .map(ZonedDateTime::toInstant)
        .min(Comparator.naturalOrder());
  }

  @Override
  public Kept kept() {
    return new Kept(wins.countOfAll(), nudges.countsOfAll());
  }

  @Override
  public List<Channel> plannedChannelsOfAll() {
    return plans.channelsOfAll();
  }
}
