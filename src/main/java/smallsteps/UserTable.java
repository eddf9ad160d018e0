package smallsteps;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// A table that says something of a person, and how its owner gives that out and erases it.
///
/// @param forget erases, returns how many rows it concerned
/// @param export the rows as JSON-like values: String, Number, Boolean, List, Map, null
public record UserTable(
    String name, ToIntFunction<User> forget, Function<User, List<Map<String, Object>>> export) {}
