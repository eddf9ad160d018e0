// One message: who, when, and what.

import { blocks, unknown } from "./blocks.js";
import { h } from "./dom.js";
import { unicodeOf } from "./emoji.js";
import { emoji, mrkdwn, unescape } from "./mrkdwn.js";
import { avatar } from "./sidebar.js";
import { clock, fullTime } from "./times.js";
import { editor, react, toolbar } from "./toolbar.js";
import { t } from "./words.js";

export function message(app, ctx, channel, one, isThread) {
  const { state, ui } = app;
  const author = state.people.find((person) => person.id === one.user) ||
    (one.bot_id === state.app.bot_id && state.people.find((person) => person.is_bot)) || {
      id: one.user || one.bot_id || "?",
      name: one.username || one.user || t("Someone"),
    };
  const place = { app, ctx, channel, one, isThread, key: `${isThread ? "t" : "c"} ${one.ts}` };
  const isPanelOpen = ui.panel?.key?.startsWith(place.key + " ");
  const isEditing = ui.editing?.key === place.key;
  return h(
    "article",
    {
      key: one.ts + (one.ephemeral ? "e" : ""),
      class: `message${one.ephemeral ? " ephemeral" : ""}${isPanelOpen ? " open" : ""}`,
      "data-testid": "message",
      "data-ts": one.ts,
      "data-user": author.id,
      "data-ephemeral": one.ephemeral ? "true" : null,
      "data-subtype": one.subtype || null,
      "aria-label": `${author.name}, ${clock(one.ts, app.me)}`,
    },
    avatar(author),
    h(
      "div",
      { class: "message-main" },
      h(
        "div",
        { class: "byline" },
        h("span", { class: "author", "data-testid": "author" }, author.name),
        author.is_bot && h("span", { class: "badge" }, t("app")),
        h("time", { "data-testid": "time", title: fullTime(one.ts, app.me) }, clock(one.ts, app.me)),
        one.edited &&
          h(
            "span",
            { class: t("edited"), "data-testid": t("edited"), title: fullTime(one.edited.ts, app.me) },
            t("edited"),
          ),
        one.ephemeral && h("span", { class: "only-you" }, t("Only visible to you")),
      ),
      one.subtype === "thread_broadcast" &&
        h(
          "button",
          { type: "button", class: "context-link", onclick: () => app.openThread(one.thread_ts) },
          isThread ? t("Also sent to the channel") : t("Replied to a thread"),
        ),
      isEditing ? editor(place) : body(place),
      (one.files || []).map((file) => h("div", { class: "file" }, "📎 ", file.name || file.title || "file")),
      (one.attachments || []).map((attachment) => unknown({ type: "attachment", ...attachment })),
      reactions(place),
      !isThread &&
        one.reply_count > 0 &&
        h(
          "button",
          {
            type: "button",
            class: "thread-summary",
            "data-testid": "thread-summary",
            onclick: () => app.openThread(one.ts),
          },
          one.reply_count === 1 ? t("1 reply") : t("{n} replies", { n: one.reply_count }),
        ),
    ),
    !one.ephemeral && !isEditing && channel.is_member && toolbar(place),
  );
}

function body({ app, ctx, channel, one, isThread }) {
  const surface = {
    pane: isThread ? "thread" : "channel",
    key: `message ${app.state.as} ${channel.id} ${one.ts}`,
    target: { channel: channel.id, ts: one.ts },
    blocks: one.blocks,
    here: channel.id,
  };
  return h(
    "div",
    { class: "message-text", "data-testid": "message-text" },
    one.blocks?.length
      ? blocks(surface, ctx)
      : one.text
        ? one.mrkdwn === false
          ? unescape(one.text)
          : mrkdwn(one.text, ctx)
        : null,
  );
}

function reactions(place) {
  const { app, ctx, one } = place;
  if (!one.reactions?.length) return null;
  return h(
    "div",
    { class: "reactions" },
    one.reactions.map((each) => {
      const names = each.users.map((id) => (id === app.me.id ? t("you") : ctx.userName(id))).join(", ");
      return h(
        "button",
        {
          key: each.name,
          type: "button",
          class: "reaction",
          "data-testid": "reaction",
          "data-emoji": each.name,
          "aria-pressed": String(each.users.includes(app.me.id)),
          title: t(":{name}: by {names}", { name: each.name, names }),
          "aria-label": t("{name}, {n}, by {names}", {
            name: each.name.replace(/_/g, " "),
            n: each.count,
            names,
          }),
          onclick: () => react(place, each.name),
        },
        unicodeOf(each.name) ? emoji(each.name) : `:${each.name}:`,
        h("span", { class: "count" }, String(each.count)),
      );
    }),
  );
}
