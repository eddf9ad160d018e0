package smallsteps.digest;

import java.util.List;
import java.util.Map;
import smallsteps.Said;
import smallsteps.spread.Reach;

/// A small thing as the digest tells it, in its author's words and without a name. Those that
/// followed from it the same week are told with it.
///
/// @param kind as a win's
/// @param ts of the message to say "I did it too" of; null where none stands
/// @param reactions how many people, by emoji, the author left out
/// @param reach null where nobody has followed it
/// @param also what those said who did it too, where they used words of their own
record Entry(
    Said text,
    String kind,
    Integer principle,
    String ts,
    Map<String, Integer> reactions,
    Reach reach,
    List<Said> also) {}
