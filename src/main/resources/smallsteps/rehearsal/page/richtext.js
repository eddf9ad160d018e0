// rich_text: what Slack's own composer makes, and what it likes best from apps.

import { h } from "./dom.js";
import { broadcast, channelMention, date, emoji, link, userMention } from "./mrkdwn.js";

export function richText(block, ctx) {
  return h(
    "div",
    { class: "rich-text" },
    (block.elements || []).map((part) => piece(part, ctx)),
  );
}

function piece(part, ctx) {
  const kids = () => (part.elements || []).map((element) => leaf(element, ctx));
  switch (part.type) {
    case "rich_text_section":
      return h("div", { class: "rich-section" }, kids());
    case "rich_text_quote":
      return h("blockquote", null, kids());
    case "rich_text_preformatted":
      return h("pre", { class: "code" }, kids());
    case "rich_text_list":
      return list(part, ctx);
    default:
      return h("span", { class: "emoji-unknown" }, JSON.stringify(part));
  }
}

function list(part, ctx) {
  const items = (part.elements || []).map((item) => h("li", null, piece(item, ctx)));
  const props = { class: `indent-${Math.min(part.indent || 0, 8)}${part.border ? " bordered" : ""}` };
  if (part.style === "ordered") return h("ol", { ...props, start: (part.offset || 0) + 1 }, items);
  return h("ul", props, items);
}

function leaf(element, ctx) {
  return styled(bare(element, ctx), element.style || {});
}

function bare(element, ctx) {
  switch (element.type) {
    case "text":
      return element.text;
    case "link":
      return link(element.url, element.text || element.url);
    case "emoji":
      return emoji(element.name + (element.skin_tone ? `::skin-tone-${element.skin_tone}` : ""));
    case "user":
      return userMention(element.user_id, ctx);
    case "channel":
      return channelMention(element.channel_id, ctx);
    case "usergroup":
      return h("span", { class: "mention ping" }, "@" + element.usergroup_id);
    case "team":
      return h("span", { class: "mention" }, "@" + element.team_id);
    case "broadcast":
      return broadcast(element.range);
    case "date":
      return date(
        element.timestamp,
        element.format,
        element.url,
        element.fallback || String(element.timestamp),
        ctx,
      );
    case "color":
      return h(
        "span",
        { class: "color" },
        h("span", { class: "swatch", style: { "background-color": element.value } }),
        element.value,
      );
    default:
      return h("span", { class: "emoji-unknown" }, JSON.stringify(element));
  }
}

function styled(kid, style) {
  let node = kid;
  if (style.code) node = h("code", null, node);
  if (style.bold) node = h("strong", null, node);
  if (style.italic) node = h("em", null, node);
  if (style.strike) node = h("s", null, node);
  if (style.underline) node = h("u", null, node);
  return style.highlight || style.client_highlight ? h("mark", null, node) : node;
}
