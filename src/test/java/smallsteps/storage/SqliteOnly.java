package smallsteps.storage;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/// A test of what SQLite alone has: a file, its log, its copies, its one writer.
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(named = "smallsteps.engine", matches = "postgresql")
public @interface SqliteOnly {}
