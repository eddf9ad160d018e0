package smallsteps.storage;

import java.util.List;

/// What each engine says in its own way: pieces that a room puts into its SQL, and no whole
/// statement of it. All else rooms say in words that both understand.
public interface Dialect {

  /// The number that the row was given which this transaction has inserted last.
  String lastId();

  /// A table of what stands in an index of words, which has a `text`, and the places where that may
  /// be found: the `id` of each row, and its `rank`, the best having the lowest. It takes one
  /// argument, which `beginnings`, `whole` or `inPlaces` make.
  String found(String index);

  /// As `found`, of the newest rows alone, whatever their rank.
  String newest(String index, int most);

  /// To be found: the same, in one of these places at least.
  String inPlaces(String wanted, List<String> places);

  /// To be found: all of these, each in one of its forms at least, or words that begin with them.
  /// Accents and capitals make no difference.
  String beginnings(List<List<String>> words);

  /// To be found: that word alone.
  String whole(String word);

  /// How many of some strings a text holds, letter by letter. It takes one argument, an array of
  /// them in JSON.
  ///
  /// @param text SQL for it
  String howMany(String text);

  /// A table of the columns of all tables: `tab` and `col`.
  String columns();

  /// Updates the rows that can take it. Where there may be only one and it is there already, a row
  /// stays as it was.
  ///
  /// @param set what is set, with its arguments in `values`
  /// @param where which rows, with its arguments in `wanted`
  void updateIfFree(
      Sql sql, String table, String set, List<?> values, String where, List<?> wanted);

  /// A text as it can be kept.
  default String storable(String text) {
    return text;
  }
}
