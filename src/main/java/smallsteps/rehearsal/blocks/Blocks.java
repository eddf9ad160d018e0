package smallsteps.rehearsal.blocks;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import smallsteps.rehearsal.wire.Wire;

/// Slack's rules for blocks: what may stand where, how long, how many.
public final class Blocks {
  /// The sum of all words in a message's blocks; Slack tells no number, this one was observed.
  public static final int MOST_CHARACTERS = 13_200;

  private static final Set<Place> EVERYWHERE = Set.of(Place.values());
  private static final Set<Place> MESSAGES = Set.of(Place.MESSAGE);

  /// By Slack's own published list, and where its editions differ, or the block is known not to
  /// show where it is listed, by the strictest: what nobody can rely on is refused here. A file
  /// comes from Slack only.
  private static final Map<String, Set<Place>> PLACES =
      Map.ofEntries(
          Map.entry("section", EVERYWHERE),
          Map.entry("header", EVERYWHERE),
          Map.entry("divider", EVERYWHERE),
          Map.entry("image", EVERYWHERE),
          Map.entry("context", EVERYWHERE),
          Map.entry("actions", EVERYWHERE),
          Map.entry("input", EVERYWHERE),
          Map.entry("rich_text", EVERYWHERE),
          Map.entry("video", EVERYWHERE),
          Map.entry("markdown", MESSAGES),
          Map.entry("context_actions", MESSAGES),
          Map.entry("alert", Set.of(Place.MODAL)),
          Map.entry("card", Set.of(Place.MESSAGE, Place.HOME)),
          Map.entry("carousel", Set.of(Place.MESSAGE, Place.HOME)),
          Map.entry("table", MESSAGES),
          Map.entry("data_table", MESSAGES),
          Map.entry("data_visualization", MESSAGES),
          Map.entry("container", MESSAGES),
          Map.entry("call", MESSAGES),
          Map.entry("task_card", MESSAGES),
          Map.entry("plan", MESSAGES));

  private static final List<String> RICH =
      List.of("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote");

  private Blocks() {}

  /// What Slack would say against them; nothing when they are fine.
  public static List<String> problems(JsonValue blocks, Place place) {
    List<String> problems = new ArrayList<>();
    if (!(blocks instanceof JsonArray)) {
      return List.of("[ERROR] must be an array [json-pointer:/blocks]");
    }
    check(new Piece(Wire.object("blocks", blocks), "", place, problems));
    return problems;
  }

  /// Checks the part's own `blocks`.
  static void check(Piece holder) {
    Set<String> blockIds = new HashSet<>();
    holder.children(
        "blocks",
        0,
        holder.place().mostBlocks,
        block -> {
          block(block);
          String blockId = Wire.text(block.json(), "block_id");
          if (!blockId.isEmpty() && !blockIds.add(blockId)) {
            block.fault("`block_id` " + blockId + " already exists", "/block_id");
          }
        });
    List<JsonObject> blocks = Wire.children(holder.json(), "blocks");
    atMost(1, holder, blocks, "table");
    atMost(1, holder, blocks, "data_table");
    atMost(2, holder, blocks, "data_visualization");
  }

  private static void atMost(int most, Piece holder, List<JsonObject> blocks, String type) {
    if (blocks.stream().filter(each -> Wire.text(each, "type").equals(type)).count() > most) {
      holder.fault("no more than " + most + " of " + type + " allowed", "/blocks");
    }
  }

  private static void block(Piece block) {
    Set<Place> places = PLACES.get(block.type());
    if (places == null || !places.contains(block.place())) {
      block.fault("unsupported type: " + block.type(), "/type");
      return;
    }
    block.string("block_id", 255);
    contents(block);
    Set<String> actionIds = new HashSet<>();
    Surface.walk(
        block.json(),
        (at, part) -> {
          String actionId = Wire.text(part, "action_id");
          if (!actionId.isEmpty() && !actionIds.add(actionId)) {
            block.fault("`action_id` " + actionId + " already exists", at + "/action_id");
          }
        });
  }

  private static void contents(Piece block) {
    switch (block.type()) {
      case "section" -> section(block);
      case "header" -> {
        block.require("text");
        block.plainText("text", 150);
      }
      case "image" -> image(block);
      case "context" -> {
        block.require("elements");
        block.children("elements", 1, 10, Blocks::contextElement);
      }
      case "actions" -> {
        block.require("elements");
        block.children("elements", 1, 25, each -> Elements.check(each, Elements.In.ACTIONS));
      }
      case "context_actions" -> {
        block.require("elements");
        block.children("elements", 1, 5, each -> Elements.check(each, Elements.In.CONTEXT_ACTIONS));
      }
      case "input" -> input(block);
      case "rich_text" -> {
        block.require("elements");
        block.children("elements", 0, 1000, Blocks::rich);
      }
      default -> rarer(block);
    }
  }

  private static void rarer(Piece block) {
    switch (block.type()) {
      case "markdown" -> {
        block.require("text");
        block.string("text", 12_000);
      }
      case "alert" -> {
        block.require("text");
        block.anyText("text", 200);
        block.oneOf("level", List.of("default", "info", "warning", "error", "success"));
      }
      case "card" -> card(block);
      case "carousel" -> {
        block.require("elements");
        block.children("elements", 1, 10, Blocks::card);
      }
      case "table", "data_table" -> block.require("rows");
      case "data_visualization" -> Charts.check(block);
      case "video" -> {
        List.of("alt_text", "title", "thumbnail_url", "video_url").forEach(block::require);
        block.plainText("title", 200);
      }
      default -> {
        // what is left has no limit that a bot like ours could meet
      }
    }
  }

  private static void section(Piece block) {
    block.requireOne("text", "fields");
    block.anyText("text", 3000);
    block.children("fields", 1, 10, field -> field.isText(2000, false));
    block.child("accessory", each -> Elements.check(each, Elements.In.SECTION));
  }

  static void image(Piece image) {
    image.requireOne("image_url", "slack_file");
    image.string("image_url", 3000);
    image.require("alt_text");
    image.string("alt_text", 2000);
    image.plainText("title", 2000);
  }

  private static void contextElement(Piece element) {
    if (element.type().equals("image")) {
      image(element);
    } else {
      element.isText(3000, false);
    }
  }

  private static void input(Piece block) {
    block.require("label");
    block.plainText("label", 2000);
    block.plainText("hint", 2000);
    block.require("element");
    block.child("element", each -> Elements.check(each, Elements.In.INPUT));
  }

  private static void rich(Piece element) {
    if (!RICH.contains(element.type())) {
      element.fault("unsupported type: " + element.type(), "/type");
    }
    if (element.type().equals("rich_text_list")) {
      element.require("style");
      element.oneOf("style", List.of("bullet", "ordered"));
      element.children("elements", 0, 1000, Blocks::rich);
    }
    element.require("elements");
  }

  private static void card(Piece card) {
    card.requireOne("title", "body", "hero_image", "actions");
    card.mrkdwn("title", 150);
    card.mrkdwn("subtitle", 150);
    card.mrkdwn("body", 200);
    card.children("actions", 1, 3, each -> Elements.check(each, Elements.In.ACTIONS));
  }

  /// All that the blocks say, counted as Slack counts for msg_blocks_too_long.
  public static int characters(List<JsonObject> blocks) {
    return Surface.words(blocks).stream().mapToInt(String::length).sum();
  }
}
