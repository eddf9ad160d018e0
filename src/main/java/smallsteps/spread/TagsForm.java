package smallsteps.spread;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import smallsteps.Language;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.Spaces;
import smallsteps.User;
import smallsteps.config.Words;
import smallsteps.storage.Database;

/// What a person says of themselves: shown to them alone, kept and taken away by them alone.
record TagsForm(Words words, Database database) {
  private static final int LONGEST = 100;

  Reply open(Request.GlobalShortcut asked) {
    return open(asked.user(), asked.language());
  }

  Reply open(Request.Action pressed) {
    return open(pressed.user(), pressed.language());
  }

  private Reply open(User user, Language language) {
    Map<String, String> now = database.read(sql -> new TagStore(sql).of(user));
    return new Reply.OpenView(TagsModal.form(words.in(language), now));
  }

  Reply submitted(Request.ViewSubmission filled) {
    List<Tag> tags = Tag.KINDS.stream().flatMap(kind -> tag(filled, kind)).toList();
    database.write(sql -> {
      new TagStore(sql).put(filled.user(), tags);
      return null;
    });
    return new Reply.OpenView(TagsModal.saved(words.in(filled.language()), tags.isEmpty()));
  }

  private static Stream<Tag> tag(Request.ViewSubmission filled, String kind) {
    return Stream.of(filled.text(TagsModal.field(kind)))
        .map(Spaces::inLine)
        .filter(value -> !value.isEmpty())
        .map(value -> new Tag(kind, value.substring(0, Math.min(value.length(), LONGEST))));
  }
}
