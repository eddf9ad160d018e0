package smallsteps.spread;

import java.util.List;
import smallsteps.storage.Row;

/// What a person says of where they stand.
///
/// @param kind one of [#KINDS]
record Tag(String kind, String value) {
  static final List<String> KINDS = List.of("profession", "organisation", "sector", "country");

  static Tag of(Row row) {
    return new Tag(row.text("kind"), row.text("value"));
  }
}
