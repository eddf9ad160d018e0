// Slack's mrkdwn and the `markdown` block's Markdown, as elements. Text reaches the page as text nodes only.

import { h } from "./dom.js";
import { unicodeOf, withEmoji } from "./emoji.js";
import { slackDate } from "./times.js";
import { t } from "./words.js";

export const unescape = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

export function emoji(name) {
  const shown = unicodeOf(name);
  if (!shown) return h("span", { class: "emoji-unknown" }, `:${name}:`);
  return h(
    "span",
    { class: "emoji", role: "img", "aria-label": name.replace(/_/g, " "), title: `:${name}:` },
    shown,
  );
}

export function link(url, kids) {
  if (!/^(https?|mailto|tel):/i.test(url)) return h("span", { class: "link-dead", title: url }, kids);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, kids);
}

export const userMention = (id, ctx) =>
  h("span", { class: id === ctx.me.id ? "mention ping" : "mention" }, "@" + ctx.userName(id));

export const channelMention = (id, ctx) =>
  h(
    "button",
    { type: "button", class: "mention", onclick: () => ctx.goTo(id) },
    (ctx.isPrivate(id) ? "🔒 " : "#") + ctx.channelName(id),
  );

/** What would make telephones buzz is meant to be seen from afar. */
export const broadcast = (range) =>
  h(
    "span",
    { class: "mention ping", "data-testid": "broadcast", title: t("In Slack this notifies people") },
    "@" + range,
  );

export function date(ts, pattern, url, fallback, ctx) {
  const text = slackDate(ts, pattern, ctx.me) ?? fallback;
  const shown = h("time", { title: fallback }, text);
  return url ? link(url, shown) : shown;
}

/** A text object ({type, text}) of a block. */
export function textObject(object, ctx) {
  if (!object) return null;
  if (typeof object === "string") return object;
  if (object.type === "mrkdwn") return mrkdwn(object.text || "", ctx);
  return plain(object);
}

export const plain = (object) =>
  typeof object === "string"
    ? object
    : !object
      ? ""
      : object.emoji === false
        ? object.text || ""
        : withEmoji(object.text || "");

/** Fences first, then quotes and list lines, then what stands in a line. */
export function mrkdwn(text, ctx) {
  const kids = text.includes("```") ? fenced(text, ctx) : lines(text, ctx);
  return h("span", { class: "mrkdwn" }, kids);
}

function fenced(text, ctx) {
  const kids = [];
  let at = 0;
  for (const found of text.matchAll(/```\n?([\s\S]+?)\n?```\n?/g)) {
    kids.push(lines(text.slice(at, found.index).replace(/\n$/, ""), ctx));
    kids.push(h("pre", { class: "code" }, unescape(found[1])));
    at = found.index + found[0].length;
  }
  kids.push(lines(text.slice(at), ctx));
  return kids;
}

function lines(text, ctx) {
  if (text === "") return [];
  const kids = [];
  let run = [];
  const flush = () => {
    if (run.length) kids.push(h("span", { class: "run" }, inline(run.join("\n"), ctx)));
    run = [];
  };
  const all = text.split("\n");
  for (let i = 0; i < all.length; i++) {
    const quote = /^(?:>|&gt;)(?!&gt;|>) ?/;
    const item = all[i].match(/^( *)(•|◦|▪|-|\d+[.)]) +(.*)$/);
    const rest = all[i].match(/^(?:>>>|&gt;&gt;&gt;) ?(.*)$/);
    if (rest) {
      flush();
      kids.push(h("blockquote", null, inline([rest[1], ...all.slice(i + 1)].join("\n"), ctx)));
      return kids;
    } else if (quote.test(all[i])) {
      flush();
      const quoted = [];
      while (i < all.length && quote.test(all[i])) quoted.push(all[i++].replace(quote, ""));
      i--;
      kids.push(h("blockquote", null, inline(quoted.join("\n"), ctx)));
    } else if (item) {
      flush();
      kids.push(
        h(
          "span",
          { class: item[1].length > 1 ? "item deeper" : "item" },
          h("span", { class: "bullet" }, item[2] + " "),
          h("span", null, inline(item[3], ctx)),
        ),
      );
    } else run.push(all[i]);
  }
  flush();
  return kids;
}

const between = (mark) =>
  new RegExp(
    `[${mark}](?![\\s${mark}])((?:<[^<>\\n]*>|[^${mark}\\n])*[^\\s${mark}])[${mark}](?![\\p{L}\\p{N}])`,
    "uy",
  );

const RULES = [
  { at: /<([^<>\n]+)>/y, make: (m, ctx) => angle(m[1], ctx) },
  { at: /`([^`\n]+)`/y, make: (m) => h("code", null, unescape(m[1])) },
  { at: /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/y, make: (m) => (unicodeOf(m[1]) ? emoji(m[1]) : null) },
  { at: between("*"), opens: true, make: (m, ctx) => h("strong", null, inline(m[1], ctx)) },
  { at: between("_"), opens: true, make: (m, ctx) => h("em", null, inline(m[1], ctx)) },
  { at: between("~"), opens: true, make: (m, ctx) => h("s", null, inline(m[1], ctx)) },
  { at: /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"]/y, make: (m) => link(unescape(m[0]), unescape(m[0])) },
];

function inline(text, ctx, rules = RULES) {
  const kids = [];
  let plainFrom = 0;
  for (let i = 0; i < text.length;) {
    const hit = first(rules, text, i, ctx);
    if (!hit) {
      i++;
      continue;
    }
    kids.push(unescape(text.slice(plainFrom, i)), hit.node);
    i = plainFrom = hit.end;
  }
  kids.push(unescape(text.slice(plainFrom)));
  return kids;
}

function first(rules, text, i, ctx) {
  for (const rule of rules) {
    if (rule.opens && i > 0 && /[\p{L}\p{N}]/u.test(text[i - 1])) continue;
    rule.at.lastIndex = i;
    const match = rule.at.exec(text);
    const node = match && rule.make(match, ctx);
    if (node) return { node, end: i + match[0].length };
  }
  return null;
}

/** What stands between < and >: a mention, a broadcast, a date or a link. */
function angle(body, ctx) {
  const bar = body.indexOf("|");
  const target = bar < 0 ? body : body.slice(0, bar);
  const label = bar < 0 ? "" : unescape(body.slice(bar + 1));
  if (/^@[UW]/.test(target)) return userMention(target.slice(1), ctx);
  if (/^#[CGD]/.test(target)) return channelMention(target.slice(1), ctx);
  if (/^!(here|channel|everyone)$/.test(target)) return broadcast(target.slice(1));
  if (target.startsWith("!subteam^"))
    return h("span", { class: "mention ping" }, label || "@" + target.slice(9));
  if (target.startsWith("!date^")) {
    const [, ts, pattern, url] = target.split("^");
    return date(ts, unescape(pattern || ""), url, label, ctx);
  }
  return link(
    unescape(target),
    label ? inline(bar < 0 ? "" : body.slice(bar + 1), ctx, LABEL) : unescape(target),
  );
}

/** Within a link's label: code, emoji and styles, but no link in a link. */
const LABEL = RULES.slice(1, 6);

const MARKDOWN = [
  { at: /`([^`\n]+)`/y, make: (m) => h("code", null, m[1]) },
  { at: /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/y, make: (m) => (unicodeOf(m[1]) ? emoji(m[1]) : null) },
  { at: /<([@#!][^<>\n]+)>/y, make: (m, ctx) => angle(m[1], ctx) },
  { at: /\[([^\]\n]+)\]\(([^)\s]+)\)/y, make: (m, ctx) => link(m[2], inline(m[1], ctx, MARKDOWN)) },
  { at: /\*\*(?=\S)([^\n]+?)\*\*/y, make: (m, ctx) => h("strong", null, inline(m[1], ctx, MARKDOWN)) },
  { at: /~~(?=\S)([^\n]+?)~~/y, make: (m, ctx) => h("s", null, inline(m[1], ctx, MARKDOWN)) },
  { at: /\*(?=[^\s*])([^*\n]+)\*/y, make: (m, ctx) => h("em", null, inline(m[1], ctx, MARKDOWN)) },
  {
    at: /_(?=[^\s_])([^_\n]+)_(?![\p{L}\p{N}])/uy,
    opens: true,
    make: (m, ctx) => h("em", null, inline(m[1], ctx, MARKDOWN)),
  },
  { at: /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"]/y, make: (m) => link(m[0], m[0]) },
];

/** The `markdown` block, line by line: headings, lists, quotes, fences, rules, paragraphs. */
export function markdown(text, ctx) {
  const kids = [];
  let open = null;
  const put = (tag, kid) => {
    if (!open || open.tag !== tag) kids.push((open = { tag, kids: [] }));
    open.kids.push(kid);
  };
  const all = text.split("\n");
  for (let i = 0; i < all.length; i++) {
    const line = all[i];
    const heading = line.match(/^(#{1,6}) +(.*)$/);
    const bullet = line.match(/^\s*[-*+] +(.*)$/);
    const number = line.match(/^\s*\d+[.)] +(.*)$/);
    if (line.startsWith("```")) {
      const end = all.indexOf("```", i + 1) < 0 ? all.length : all.indexOf("```", i + 1);
      kids.push((open = { tag: "pre", kids: [all.slice(i + 1, end).join("\n")] }));
      i = end;
      open = null;
    } else if (/^\s*$/.test(line)) open = null;
    else if (/^(-{3,}|\*{3,})$/.test(line)) ((open = null), kids.push({ tag: "hr", kids: [] }));
    else if (heading) ((open = null), kids.push({ tag: "h4", kids: inline(heading[2], ctx, MARKDOWN) }));
    else if (bullet) put("ul", h("li", null, inline(bullet[1], ctx, MARKDOWN)));
    else if (number) put("ol", h("li", null, inline(number[1], ctx, MARKDOWN)));
    else if (line.startsWith(">")) put("blockquote", inline(line.replace(/^> ?/, "") + "\n", ctx, MARKDOWN));
    else put("p", inline(line + "\n", ctx, MARKDOWN));
  }
  return h(
    "div",
    { class: "markdown" },
    kids.map(({ tag, kids }) => h(tag, tag === "pre" ? { class: "code" } : null, kids)),
  );
}
