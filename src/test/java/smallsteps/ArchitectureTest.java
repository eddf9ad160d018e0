package smallsteps;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may import whom. A room is a package of its own under `smallsteps`; it shows the world its
/// `XFeature`, at most one class that reads, and the records that this one returns.
@AnalyzeClasses(packages = "smallsteps", importOptions = ImportOption.DoNotIncludeTests.class)
public class ArchitectureTest {
  private static final String ROOT = "smallsteps";
  public static final List<String> ROOMS =
      List.of(
          "calendar",
          "principles",
          "plans",
          "nudges",
          "channels",
          "wins",
          "reactions",
          "catchup",
          "spread",
          "digest",
          "home",
          "privacy",
          "care",
          "microactions",
          "difference",
          "pace");

  /// From the one that knows least to the one that knows most; above them all stands the workspace.
  private static final List<String> REHEARSAL =
      List.of(
          "wire",
          "http",
          "blocks",
          "state",
          "faults",
          "delivery",
          "events",
          "webapi",
          "people",
          "scenes",
          "page");

  private static final List<String> FOR_ALL_ROOMS = List.of("storage", "outbox", "config");

  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?smallsteps\\.([a-z]\\w*)\\.", Pattern.MULTILINE);

  /// Which rooms and machinery each room may read besides.
  private static final Map<String, List<String>> ARROWS = new HashMap<>();

  private static final String[] ROOM_PACKAGES =
      ROOMS.stream().map(ArchitectureTest::within).toArray(String[]::new);

  @ArchTest
  static final ArchRule theVocabularyImportsNothingOfOurs =
      ours(ROOT).should().onlyDependOnClassesThat(known(ROOT));

  @ArchTest static final ArchRule principlesStandAlone = room("principles");

  /// It keeps nothing, so it needs no storage either.
  @ArchTest
  static final ArchRule theCalendarKnowsTheVocabularyAndConfig =
      ours(within("calendar"))
          .should()
          .onlyDependOnClassesThat(known(ROOT, within("calendar"), within("config")));

  @ArchTest
  static final ArchRule plansKnowTheirTurnsAndTheCalendar = room("plans", "weekly", "calendar");

  @ArchTest
  static final ArchRule nudgesReadPlans = room("nudges", "weekly", "plans", "calendar", "care");

  @ArchTest static final ArchRule channelsComeAndGoWithPlans = room("channels", "plans", "care");

  @ArchTest static final ArchRule winsReadNudges = room("wins", "nudges");
  @ArchTest static final ArchRule reactionsReadWinsAndNudges = room("reactions", "wins", "nudges");

  @ArchTest
  static final ArchRule catchingUpReads = room("catchup", "wins", "reactions", "plans", "nudges");

  @ArchTest static final ArchRule spreadReadsWins = room("spread", "wins");

  @ArchTest
  static final ArchRule theDigestReads =
      room("digest", "weekly", "wins", "reactions", "spread", "plans", "calendar", "care");

  @ArchTest
  static final ArchRule theHomeReadsWhatItShows =
      room(
          "home",
          "care",
          "principles",
          "plans",
          "nudges",
          "wins",
          "spread",
          "difference",
          "privacy");

  @ArchTest static final ArchRule privacyStandsAlone = room("privacy");
  @ArchTest static final ArchRule careStandsAlone = room("care");

  @ArchTest
  static final ArchRule microactionsStandBesideNudgesAndWins =
      room("microactions", "nudges", "wins", "care");

  @ArchTest
  static final ArchRule thePaceIsOfNudges = room("pace", "weekly", "plans", "nudges", "care");

  @ArchTest static final ArchRule theDifferenceReadsWins = room("difference", "wins", "care");

  /// It says a few sentences itself, and is set up by settings and environment.
  @ArchTest
  static final ArchRule slackKnowsTheVocabularyAndConfig =
      ours(within("slack"))
          .should()
          .onlyDependOnClassesThat(
              known(
                  ROOT,
                  within("slack"),
                  within("outbox"),
                  within("storage"),
                  within("config"),
                  within("supervision")));

  /// Within it, from the ground up. What puts it together knows all of them, and none knows that.
  @ArchTest static final ArchRule slacksPayloadsStandAlone = slack("payload");

  @ArchTest static final ArchRule slacksManifestStandsAlone = slack("manifest");
  @ArchTest static final ArchRule callsReadWhatSlackWrites = slack("api", "payload");
  @ArchTest static final ArchRule peopleAreAskedFor = slack("people", "api", "payload");
  @ArchTest static final ArchRule repliesGoBack = slack("reply", "people", "api", "payload");

  @ArchTest
  static final ArchRule whatComesInIsReadAndAnswered =
      slack("bolt", "reply", "people", "manifest", "payload");

  @ArchTest
  static final ArchRule whatIsOwedIsCarriedOut = slack("delivery", "reply", "api", "payload");

  @ArchTest
  static final ArchRule whatWasMissedComesInAsWell = slack("missed", "bolt", "api", "payload");

  @ArchTest static final ArchRule theWebServerHandsOver = slack("web", "bolt", "api", "payload");
  @ArchTest static final ArchRule theSocketHandsOver = slack("socket", "bolt", "api", "payload");

  @ArchTest
  static final ArchRule theScheduleKnowsTheVocabularyAndWhatWatchesOverIt =
      machinery("schedule", "supervision");

  @ArchTest
  static final ArchRule weeklyMessagesKnowTheVocabularyAndStorage =
      ours(within("weekly"))
          .should()
          .onlyDependOnClassesThat(
              known(ROOT, within("weekly"), within("outbox"), within("storage")));

  @ArchTest
  static final ArchRule theOutboxKnowsTheVocabularyStorageAndTheWords =
      ours(within("outbox"))
          .should()
          .onlyDependOnClassesThat(
              known(ROOT, within("outbox"), within("storage"), within("config")));

  @ArchTest
  static final ArchRule storageKnowsTheVocabularyAndWhatWatchesOverIt =
      machinery("storage", "supervision");

  @ArchTest static final ArchRule supervisionKnowsTheVocabularyAlone = machinery("supervision");
  @ArchTest static final ArchRule configKnowsTheVocabularyAlone = machinery("config");

  /// What it judges, it must not share code with.
  @ArchTest
  static final ArchRule theRehearsalStandsAlone =
      ours(within("rehearsal")).should().onlyDependOnClassesThat(known(within("rehearsal")));

  /// In a stack trace, or a search, a name is of the bot or of what stands in for Slack.
  @ArchTest
  static void theRehearsalSharesNoNameWithTheBot(JavaClasses classes) {
    Map<Boolean, Set<String>> names =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.partitioningBy(
                    resideInAPackage(within("rehearsal")),
                    Collectors.mapping(JavaClass::getSimpleName, Collectors.toSet())));
    assertThat(names.get(true)).doesNotContainAnyElementsOf(names.get(false));
  }

  @ArchTest
  static void aFolderOfTheRehearsalKnowsThoseBeforeIt(JavaClasses classes) {
    for (int known = 1; known <= REHEARSAL.size(); known++) {
      String[] before =
          REHEARSAL.subList(0, known).stream()
              .map(ArchitectureTest::inRehearsal)
              .toArray(String[]::new);
      ours(before[known - 1]).should().onlyDependOnClassesThat(known(before)).check(classes);
    }
  }

  @ArchTest
  static final ArchRule everyFolderOfTheRehearsalIsInTheList =
      ours(within("rehearsal"))
          .should()
          .resideInAnyPackage(
              Stream.concat(
                      Stream.of("smallsteps.rehearsal"),
                      REHEARSAL.stream().map(ArchitectureTest::inRehearsal))
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule noPackagesGoInCircles =
      slices().matching("smallsteps.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule boltAndSlacksClientAreForSlackAlone =
      only(
          List.of("slack"),
          "com.slack.api",
          "com.slack.api.bolt..",
          "com.slack.api.methods..",
          "com.slack.api.socket_mode..",
          "com.slack.api.app_backend..",
          "com.google.gson..",
          "okhttp3..");

  /// Whichever transport something comes by, it goes to Bolt through one door; what the others know
  /// of Bolt is how an answer looks.
  @ArchTest
  static final ArchRule thereIsOneDoorIntoBolt =
      noClasses()
          .that()
          .resideOutsideOfPackage(within("slack.bolt"))
          .should()
          .dependOnClassesThat(
              resideInAPackage("com.slack.api.bolt..")
                  .and(not(resideInAPackage("com.slack.api.bolt.response.."))));

  @ArchTest
  static final ArchRule quartzIsForTheScheduleAlone = only(List.of("schedule"), "org.quartz..");

  @ArchTest
  static final ArchRule theDatabaseIsForStorageAlone =
      only(
          List.of("storage"),
          "java.sql..",
          "javax.sql..",
          "org.sqlite..",
          "org.postgresql..",
          "com.zaxxer..",
          "org.flywaydb..");

  /// A store is its tables in a transaction that somebody else has begun.
  @ArchTest
  static final ArchRule storesAreGivenTheirTransaction =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Store")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("smallsteps.storage.Database");

  @ArchTest
  static final ArchRule jsonIsForThoseThatReadAndWriteIt =
      only(List.of("config", "rehearsal", "app", "slack"), "jakarta.json..");

  /// What people typed is compared by it alone. The other makes what is kept composed.
  @ArchTest
  static final ArchRule lettersAreFoldedInOnePlace =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("smallsteps.Folded")
          .and()
          .doNotHaveFullyQualifiedName("smallsteps.wins.WinPhrase")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.text.Normalizer");

  @ArchTest
  static final ArchRule theCommandLineIsForTheAppAlone = only(List.of("app"), "picocli..");

  @ArchTest
  static final ArchRule roomsMakeBlocksInClassesNamedSo =
      noClasses()
          .that()
          .resideInAnyPackage(ROOM_PACKAGES)
          .and(not(describe("named so", ArchitectureTest::isNamedForBlocks)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.slack.api..");

  @ArchTest
  static final ArchRule roomsAreToldTheTime =
      noClasses()
          .that()
          .resideInAnyPackage(ROOM_PACKAGES)
          .should()
          .callMethodWhere(
              describe("a clock is asked", call -> isClock(call.getTarget().getFullName())));

  @ArchTest
  static final ArchRule aRoomShowsItsFeatureAndOneReader =
      classes().that().resideInAnyPackage(ROOM_PACKAGES).should(showLittle());

  /// What nobody asked for is said through an open gate of care; it alone makes such a post. These
  /// say what a person asked for just then, or what a channel planned and switches off itself.
  @ArchTest
  static final ArchRule onlyAnOpenGateSaysWhatNobodyAskedFor =
      noClasses()
          .that()
          .resideInAnyPackage(ROOM_PACKAGES)
          .and()
          .resideOutsideOfPackage(within("care"))
          .and(not(describe("asked to", ArchitectureTest::isAskedTo)))
          .should()
          .callConstructorWhere(
              describe("a post or an open gate is made", ArchitectureTest::saysUnasked));

  @ArchTest
  static final ArchRule whoIsExceptedFromTheGatePosts =
      classes()
          .that(describe("are asked to", ArchitectureTest::isAskedTo))
          .should()
          .callConstructorWhere(describe("a post is made", ArchitectureTest::saysUnasked));

  /// The outbox is the one way out for what must be neither lost nor done twice: an act is done by
  /// who carries out what is owed, and by nobody else.
  @ArchTest
  static final ArchRule onlyWhatIsOwedIsDone =
      noClasses()
          .that()
          .resideOutsideOfPackage(within("slack.delivery"))
          .should()
          .accessTargetWhere(describe("an act is done", ArchitectureTest::doesAnAct));

  private static boolean doesAnAct(JavaAccess<?> access) {
    return access.getTargetOwner().getName().equals("smallsteps.slack.api.WebApi")
        && List.of("post", "edit", "delete", "react", "unreact")
            .contains(access.getTarget().getName());
  }

  private static boolean saysUnasked(JavaConstructorCall call) {
    return List.of("smallsteps.Act$Post", "smallsteps.care.Care$Gate$Open")
        .contains(call.getTargetOwner().getName());
  }

  /// What lives long is a part of the supervisor. These have short work done beside theirs, or
  /// workers that are replaced when they end.
  @ArchTest
  static final ArchRule onlyTheSupervisorStartsWhatLivesLong =
      noClasses()
          .that()
          .resideOutsideOfPackages(within("supervision"), within("rehearsal"), within("launcher"))
          .and(not(describe("with short work", ArchitectureTest::hasShortWork)))
          .should()
          .accessTargetWhere(describe("a thread is started", ArchitectureTest::startsThread));

  @ArchTest
  static final ArchRule whoIsExceptedForShortWorkHasSome =
      classes()
          .that(describe("are excepted", ArchitectureTest::hasShortWork))
          .should()
          .accessTargetWhere(describe("a thread is started", ArchitectureTest::startsThread));

  private static boolean hasShortWork(JavaClass type) {
    return List.of(
            "app.Ending",
            "config.NamedFile",
            "slack.reply.AfterAck",
            "slack.socket.Envelopes",
            "slack.people.Profiles",
            "slack.api.SlackClient",
            "slack.socket.SocketLine",
            "storage.Database",
            "storage.Trouble")
        .contains(type.getName().replaceFirst("^smallsteps\\.", ""));
  }

  private static boolean startsThread(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    return switch (owner) {
      case "java.lang.Thread" ->
          List.of("<init>", "start", "startVirtualThread", "ofVirtual", "ofPlatform")
              .contains(name);
      case "java.util.concurrent.CompletableFuture" ->
          List.of("supplyAsync", "runAsync").contains(name);
      case "java.util.concurrent.Executors", "java.util.Timer" -> true;
      case "java.util.concurrent.ThreadPoolExecutor", "java.util.concurrent.ForkJoinPool" ->
          name.equals("<init>");
      default -> false;
    };
  }

  /// One name, one thing: whoever reads a name knows which class is meant.
  @ArchTest
  static final ArchRule noTwoClassesShareAName =
      classes()
          .that(describe("stand alone in a file", ArchitectureTest::isNamed))
          .should(haveNames());

  private static boolean isNamed(JavaClass type) {
    return type.isTopLevelClass() && !type.getSimpleName().equals("package-info");
  }

  private static ArchCondition<JavaClass> haveNames() {
    return new ArchCondition<>("have a name of their own") {
      private final Map<String, JavaClass> byName = new HashMap<>();

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        JavaClass other = byName.put(type.getSimpleName(), type);
        if (other != null) {
          events.add(
              SimpleConditionEvent.violated(type, type.getName() + " and " + other.getName()));
        }
      }
    };
  }

  @ArchTest
  static final ArchRule everyPackageIsInTheTable =
      classes()
          .should()
          .resideInAnyPackage(
              Stream.concat(
                      Stream.of(
                          ROOT,
                          within("slack"),
                          within("schedule"),
                          within("storage"),
                          within("weekly"),
                          within("outbox"),
                          within("supervision"),
                          within("config"),
                          within("rehearsal"),
                          within("app"),
                          within("launcher")),
                      ROOMS.stream().map(ArchitectureTest::within))
                  .toArray(String[]::new));

  /// By the sources too, for a constant is not seen in the classes: no room knows another by its
  /// constants alone, and no arrow is left over from how it once was.
  @ArchTest
  static void eachArrowIsGoneAndNoOther(JavaClasses classes) {
    ARROWS.forEach((room, arrows) ->
        assertThat(Stream.concat(imported(room), needed(room, classes)))
            .as("what " + room + " knows")
            .filteredOn(other -> !other.equals(room) && !FOR_ALL_ROOMS.contains(other))
            .hasSameElementsAs(arrows));
  }

  private static Stream<String> imported(String room) {
    return Sources.in(Sources.MAIN.resolve(room)).stream()
        .flatMap(file -> IMPORT.matcher(Sources.text(file)).results())
        .map(found -> found.group(1));
  }

  private static Stream<String> needed(String room, JavaClasses classes) {
    return classes.stream()
        .filter(resideInAPackage(within(room)))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(known -> known.getTargetClass().getPackageName().split("\\."))
        .filter(names -> names[0].equals(ROOT) && names.length > 1)
        .map(names -> names[1]);
  }

  private static boolean isAskedTo(JavaClass type) {
    return List.of(
            "wins.PostedWins",
            "principles.Shares",
            "microactions.Proposals",
            "nudges.DueNudges",
            "channels.Comings",
            "digest.DueDigests")
        .contains(type.getName().replaceFirst("^smallsteps\\.", ""));
  }

  /// By the rules above.
  static boolean mayRead(String room, String other) {
    return ARROWS.getOrDefault(room, List.of()).contains(other);
  }

  private static ArchRule room(String name, String... arrows) {
    ARROWS.put(name, List.of(arrows));
    return ours(within(name))
        .should()
        .onlyDependOnClassesThat(
            known(
                Stream.concat(
                        Stream.of(ROOT, within(name)),
                        Stream.concat(FOR_ALL_ROOMS.stream(), Arrays.stream(arrows))
                            .map(ArchitectureTest::within))
                    .toArray(String[]::new)));
  }

  /// A part of `slack`, and which others of it that one knows.
  private static ArchRule slack(String part, String... arrows) {
    String[] packages =
        Stream.concat(Stream.of(part), Arrays.stream(arrows))
            .map(name -> within("slack." + name))
            .toArray(String[]::new);
    return ours(within("slack." + part))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(packages).or(not(resideInAPackage(within("slack")))));
  }

  private static ArchRule machinery(String name, String... others) {
    String[] packages =
        Stream.concat(Stream.of(name), Arrays.stream(others))
            .map(ArchitectureTest::within)
            .toArray(String[]::new);
    return ours(within(name))
        .should()
        .onlyDependOnClassesThat(known(packages).or(resideInAnyPackage(ROOT)));
  }

  private static GivenClassesConjunction ours(String packages) {
    return classes().that().resideInAPackage(packages);
  }

  /// Those of ours in these packages, and all that is not ours.
  private static DescribedPredicate<JavaClass> known(String... packages) {
    return resideInAnyPackage(packages).or(not(resideInAPackage("smallsteps..")));
  }

  private static ArchRule only(List<String> users, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            users.stream().map(ArchitectureTest::within).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private static String within(String name) {
    return "smallsteps." + name + "..";
  }

  private static String inRehearsal(String folder) {
    return within("rehearsal." + folder);
  }

  private static boolean isNamedForBlocks(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return Stream.of("Blocks", "Modal", "View").anyMatch(outer.getSimpleName()::endsWith);
  }

  private static boolean isClock(String method) {
    boolean isNow =
        method.startsWith("java.time.")
            && method.contains(".now(")
            && !method.contains(".now(java.time.Clock)");
    return isNow
        || method.startsWith("java.time.Clock.system")
        || method.startsWith("java.time.InstantSource.system")
        || method.startsWith("java.lang.System.currentTimeMillis")
        || method.startsWith("java.lang.System.nanoTime");
  }

  private static ArchCondition<JavaClass> showLittle() {
    return new ArchCondition<>("show its XFeature, one class that reads, and records") {
      private final Map<String, Collection<JavaClass>> readers = new HashMap<>();

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (isShown(type) && !type.getSimpleName().endsWith("Feature") && !isValue(type)) {
          readers.computeIfAbsent(type.getPackageName(), _ -> new ArrayList<>()).add(type);
        }
      }

      @Override
      public void finish(ConditionEvents events) {
        readers.forEach((room, shown) -> {
          if (shown.size() > 1) {
            events.add(SimpleConditionEvent.violated(room, room + " shows " + shown));
          }
        });
      }
    };
  }

  private static boolean isShown(JavaClass type) {
    return isNamed(type) && type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static boolean isValue(JavaClass type) {
    return type.isRecord() || type.isEnum();
  }
}
