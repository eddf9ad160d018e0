package smallsteps.slack.socket;

/// A message of the socket as it comes in, part by part. Of one that is too long no more is kept
/// than its two ends.
final class Incoming {
  /// In letters. Slack's own are some kilobytes; a modal with all its fields full is 300.
  static final int LONGEST = 4 << 20;

  private static final int END = 1000;

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder end = new StringBuilder();
  private boolean isTooLong;

  void add(CharSequence part, boolean last, SocketLine.Ear ear) {
    if (last && text.isEmpty() && !isTooLong && part.length() <= LONGEST) {
      ear.heard(part.toString());
      return;
    }
    if (isTooLong || text.length() + part.length() > LONGEST) {
      skip(part);
    } else {
      text.append(part);
    }
    if (last) {
      hand(ear);
    }
  }

  private void skip(CharSequence part) {
    if (!isTooLong) {
      isTooLong = true;
      text.append(part, 0, Math.min(END, part.length()));
      text.setLength(Math.min(END, text.length()));
      text.trimToSize();
    }
    end.append(part, Math.max(0, part.length() - END), part.length());
    end.delete(0, Math.max(0, end.length() - END));
  }

  private void hand(SocketLine.Ear ear) {
    String whole = text.toString();
    String last = end.toString();
    boolean wasTooLong = isTooLong;
    isTooLong = false;
    text.setLength(0);
    text.trimToSize();
    end.setLength(0);
    if (wasTooLong) {
      ear.heardTooMuch(whole, last);
    } else {
      ear.heard(whole);
    }
  }
}
