package smallsteps.rehearsal.scenes;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import smallsteps.rehearsal.wire.Wire;

/// Reads a script whole before anything of it is played, and says of the first mistake where it is.
final class ScriptReader {
  private static final Set<String> PARTS =
      Set.of("about", "begins", "zone", "people", "channels", "opens", "acts");
  private static final Set<String> LANGUAGES = Set.of("sv", "en");

  private final JsonObject script;
  private final Set<String> names = new HashSet<>();

  ScriptReader(JsonObject script) {
    this.script = script;
  }

  Script read() {
    known("", script, PARTS);
    ZoneId zone = zone("/zone", script);
    Times times = new Times(zone);
    Instant begins = begins(times);
    return new Script(
        begins,
        zone,
        people(),
        channels(),
        opens(),
        cues(times, begins == null ? Instant.now() : begins));
  }

  private Instant begins(Times times) {
    String written = Wire.text(script, "begins");
    return written.isEmpty()
        ? null
        : times
            .date(written)
            .orElseThrow(
                () -> new ScriptFault("/begins", "a time is written as in 2026-11-23T09:00"));
  }

  private static ZoneId zone(String place, JsonObject object) {
    String name = Wire.text(object, "zone");
    return name.isEmpty()
        ? Script.ZONE
        : Script.zone(name)
            .orElseThrow(() -> new ScriptFault(place, "there is no time zone " + name));
  }

  private List<JsonObject> list(String part) {
    List<JsonObject> objects = Wire.children(script, part);
    boolean isWhole =
        !script.containsKey(part)
            || script.get(part) instanceof JsonArray all && all.size() == objects.size();
    if (!isWhole) {
      throw new ScriptFault("/" + part, "this is a list of objects");
    }
    return objects;
  }

  private Map<String, JsonObject> opens() {
    Map<String, JsonObject> opens = new TreeMap<>();
    JsonObject written = Wire.child(script, "opens");
    known("/opens", written, LANGUAGES);
    for (String language : written.keySet()) {
      JsonObject where = Wire.child(written, language);
      known("/opens/" + language, where, Set.of("who", "in"));
      needed("/opens/" + language, where, List.of("who", "in"));
      opens.put(language, where);
    }
    return opens;
  }

  private List<Script.Newcomer> people() {
    List<Script.Newcomer> people = new ArrayList<>();
    for (JsonObject each : list("people")) {
      people.add(person("/people/" + people.size(), each));
    }
    return people;
  }

  private static Script.Newcomer person(String place, JsonObject each) {
    known(place, each, Set.of("name", "language", "zone"));
    needed(place, each, List.of("name", "language"));
    String language = Wire.text(each, "language");
    if (!LANGUAGES.contains(language)) {
      throw new ScriptFault(place + "/language", "people here speak sv or en");
    }
    String name = Wire.text(each, "name");
    String userName = name.split(" ")[0].toLowerCase(Locale.ROOT);
    return new Script.Newcomer(userName, name, language, zone(place + "/zone", each).getId());
  }

  private List<Script.Room> channels() {
    List<Script.Room> channels = new ArrayList<>();
    for (JsonObject each : list("channels")) {
      String place = "/channels/" + channels.size();
      known(place, each, Set.of("name", "private", "bot"));
      needed(place, each, List.of("name"));
      boolean hasBot = !each.containsKey("bot") || Wire.flag(each, "bot");
      channels.add(new Script.Room(Wire.text(each, "name"), Wire.flag(each, "private"), hasBot));
    }
    return channels;
  }

  private List<Cue> cues(Times times, Instant begins) {
    List<Cue> cues = new ArrayList<>();
    Instant since = begins;
    for (JsonObject each : list("acts")) {
      Cue cue = cue("/acts/" + cues.size(), each, times, since);
      since = cue.at();
      cues.add(cue);
    }
    return cues;
  }

  private Cue cue(String place, JsonObject each, Times times, Instant since) {
    String name = Wire.text(each, "do");
    Action action =
        Action.named(name)
            .orElseThrow(() ->
                new ScriptFault(
                    place + "/do",
                    "there is no action \"" + name + "\"; there are " + Action.all()));
    known(place, each, action.fields());
    needed(place, each, action.needed());
    if (each.containsKey("to") && !names.contains(Wire.text(each, "to"))) {
      throw new ScriptFault(
          place + "/to", "nothing before is kept as \"" + Wire.text(each, "to") + "\"");
    }
    names.add(Wire.text(each, "as"));
    return new Cue(place, action, at(place, each, times, since), each);
  }

  private static Instant at(String place, JsonObject each, Times times, Instant since) {
    String written = Wire.text(each, "at");
    Instant at =
        written.isEmpty()
            ? since
            : times
                .read(written, since)
                .orElseThrow(() ->
                    new ScriptFault(
                        place + "/at", "a time is written as in monday 09:00 or 2026-11-23T09:00"));
    if (at.isBefore(since)) {
      throw new ScriptFault(place + "/at", "that is before what is done before it");
    }
    return at;
  }

  private static void known(String place, JsonObject object, Collection<String> known) {
    for (String name : object.keySet()) {
      if (!known.contains(name)) {
        throw new ScriptFault(
            place + "/" + name, "there is no such field here; there are " + sorted(known));
      }
    }
  }

  private static String sorted(Collection<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private static void needed(String place, JsonObject object, List<String> needed) {
    for (String name : needed) {
      if (!object.containsKey(name)) {
        throw new ScriptFault(place, "\"" + name + "\" is missing");
      }
    }
  }
}
