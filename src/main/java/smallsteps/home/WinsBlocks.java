package smallsteps.home;

import static smallsteps.BlockKit.actions;
import static smallsteps.BlockKit.button;
import static smallsteps.BlockKit.context;
import static smallsteps.BlockKit.header;
import static smallsteps.BlockKit.primary;
import static smallsteps.BlockKit.section;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import smallsteps.BlockKit;
import smallsteps.Mrkdwn;
import smallsteps.Shortened;
import smallsteps.config.DateShape;
import smallsteps.config.Words;
import smallsteps.nudges.Nudges;
import smallsteps.wins.OwnWin;
import smallsteps.wins.Wins;

/// A person's own small things, a page of them, with what can be done about each.
record WinsBlocks(Words.Sentences say, ZoneId zone) {
  /// Escaped it may be five times as long, and a section holds 3000.
  private static final int SHOWN = 500;

  List<LayoutBlock> of(HomeContents.OwnWins wins) {
    var blocks = new ArrayList<LayoutBlock>();
    blocks.add(header(say.plain("home.mine")));
    var sayOne = primary(button(Nudges.WIN_ACTION, "home", say.plain("home.say")));
    blocks.add(section(count(wins), sayOne));
    for (HomeContents.Shown shown : wins.shown()) {
      blocks.add(section(text(shown.own()), menu(shown)));
      if (shown.difference() != null) {
        blocks.add(context(shown.difference()));
      }
    }
    List<BlockElement> others = otherPages(wins);
    if (!others.isEmpty()) {
      blocks.add(actions(null, others));
    }
    if (!wins.shown().isEmpty()) {
      blocks.add(context(say.say("home.hidden_means")));
    }
    if (wins.shown().stream().anyMatch(WinsBlocks::mayWishToBeAsked)) {
      blocks.add(context(say.say("home.ask_means")));
    }
    return blocks;
  }

  private String count(HomeContents.OwnWins wins) {
    int from = wins.page() * HomeFeature.WINS_A_PAGE + 1;
    return wins.total() == 0
        ? say.say("home.mine_none")
        : say.say(
            "home.mine_count",
            "n",
            wins.total(),
            "from",
            from,
            "to",
            from + wins.shown().size() - 1);
  }

  private String text(OwnWin own) {
    String key;
    if (own.isOnItsWay()) {
      key = "home.win_on_its_way";
    } else {
      key = own.isHidden() ? "home.win_hidden" : "home.win";
    }
    return say.say(
        key,
        "date",
        say.date(DateShape.LONG, own.win().saidAt().atZone(zone)),
        "channel",
        new Mrkdwn("<#" + own.win().channelId() + ">"),
        "text",
        Shortened.to(say.names(own.win().text()), SHOWN));
  }

  private static boolean mayWishToBeAsked(HomeContents.Shown shown) {
    return !shown.isTimeToTell() && shown.difference() == null;
  }

  /// Null for what can't be changed yet.
  private BlockElement menu(HomeContents.Shown shown) {
    return shown.own().isOnItsWay() ? null : BlockKit.menu(deeds(shown));
  }

  private List<ButtonElement> deeds(HomeContents.Shown shown) {
    OwnWin own = shown.own();
    var buttons = new ArrayList<ButtonElement>();
    if (shown.isTimeToTell()) {
      buttons.add(about(own, Wins.DIFFERENCE_ACTION, "tell_difference"));
    } else if (mayWishToBeAsked(shown)) {
      buttons.add(about(own, Wins.DIFFERENCE_ACTION, "ask_difference"));
    }
    if (own.isEditable()) {
      buttons.add(about(own, Wins.EDIT_ACTION, "edit"));
    }
    buttons.add(
        own.isHidden()
            ? about(own, Wins.SHOW_ACTION, "show")
            : about(own, Wins.HIDE_ACTION, "hide"));
    buttons.add(about(own, Wins.DELETE_ACTION, "delete"));
    return buttons;
  }

  private ButtonElement about(OwnWin own, String action, String key) {
    return button(action, own.key(), say.plain("home." + key));
  }

  private List<BlockElement> otherPages(HomeContents.OwnWins wins) {
    var others = new ArrayList<BlockElement>();
    if (wins.page() > 0) {
      others.add(page(wins.page() - 1, "newer"));
    }
    if (wins.page() < wins.last()) {
      others.add(page(wins.page() + 1, "older"));
    }
    return others;
  }

  private BlockElement page(int to, String key) {
    return button(HomeFeature.PAGE + ":" + key, String.valueOf(to), say.plain("home." + key));
  }
}
