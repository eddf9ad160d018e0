package smallsteps.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smallsteps.Channel;
import smallsteps.ChosenLanguages;
import smallsteps.Feature;
import smallsteps.Listener;
import smallsteps.UserTable;
import smallsteps.config.Environment;
import smallsteps.storage.Database;

/// Types commands as a person in a shell does, against rooms of its own.
final class Shell {
  final Map<String, String> variables = new HashMap<>();
  final List<Listener> listeners = new ArrayList<>();
  final List<UserTable> userTables = new ArrayList<>();
  final List<Channel> channels = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  RuntimeException failure;

  int type(String... words) {
    out.reset();
    err.reset();
    var terminal = new Terminal(variables, stream(out), stream(err));
    return new Cli(terminal, new Bot()).run(words);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private final class Bot implements Runner {
    @Override
    public int run(Environment environment) {
      stream(out).println("running");
      return 0;
    }

    @Override
    public int rehearse(Environment environment, Rehearsal wanted) {
      stream(out).println("rehearsing on " + wanted.port());
      return 0;
    }

    @Override
    public Rooms rooms(Environment environment, Database database) {
      if (failure != null) {
        throw failure;
      }
      return new Rooms() {
        @Override
        public List<Feature> features() {
          return List.of(room());
        }

        @Override
        public List<UserTable> userTables() {
          return room().userTables();
        }

        @Override
        public ChosenLanguages chosenLanguages() {
          return _ -> Optional.empty();
        }

        @Override
        public List<Channel> plannedChannelsOfAll() {
          return channels;
        }
      };
    }

    private Feature room() {
      return new Feature() {
        @Override
        public List<Listener> listeners() {
          return listeners;
        }

        @Override
        public List<UserTable> userTables() {
          return userTables;
        }
      };
    }
  }
}
