package smallsteps.wins;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.section;

import java.util.List;
import smallsteps.Content;
import smallsteps.Reply;
import smallsteps.Request;
import smallsteps.config.Words;

/// What was it? Asked in private of who has said that they did a small thing, and nothing else.
/// Nothing is kept before the answer: they tell in the form, or write it into their message.
record WhatQuestion(Words words) {
  static final String TELL = "win_tell";

  Reply ask(Request.Message bare) {
    return new Reply.Aside(reader -> question(words.in(reader), bare.threadTs()), bare.channelId());
  }

  /// @param threadTs where it was said, for the form; null outside threads
  private static Content question(Words.Sentences say, String threadTs) {
    String what = say.say("wins.what.ask");
    return new Content(
        what,
        List.of(
            section(what),
            actions("win_what", button(TELL, threadTs, say.plain("wins.what.tell")))));
  }
}
