// What one may do with a message: react, reply, edit, delete, hand it to the app.

import { control, h } from "./dom.js";
import { unicodeOf } from "./emoji.js";
import { unescape } from "./mrkdwn.js";
import { reveal } from "./panel.js";
import { emojiPicker } from "./picker.js";
import { t } from "./words.js";

const QUICK = ["seedling", "clap", "tada"];

export function react({ app, channel, one }, name) {
  const mine = one.reactions?.find((each) => each.name === name)?.users.includes(app.me.id);
  return app.act({ do: mine ? "unreact" : "react", channel: channel.id, ts: one.ts, emoji: name });
}

export function toolbar(place) {
  const { app, channel, one, isThread, key } = place;
  const { ui, state } = app;
  const isMine = one.user === app.me.id && !one.bot_id;
  const shortcuts = (state.app.shortcuts || []).filter((each) => each.type === "message");
  const tool = (id, label, onclick, more) =>
    h(
      "button",
      { type: "button", class: "tool", key: id, "data-testid": `tool-${id}`, onclick, ...more },
      label,
    );
  const panelTool = (id, label, more) =>
    tool(id, label, (event) => app.togglePanel(`${key} ${id}`, event.currentTarget), {
      "aria-expanded": String(ui.panel?.key === `${key} ${id}`),
      ...more,
    });
  return h(
    "div",
    { class: "toolbar", role: "group", "aria-label": t("Message actions") },
    QUICK.map((name) =>
      h(
        "button",
        {
          key: name,
          type: "button",
          class: "tool quick",
          "data-testid": "quick-react",
          "data-emoji": name,
          "aria-label": t("React with {name}", { name }),
          title: `:${name}:`,
          onclick: () => react(place, name),
        },
        unicodeOf(name),
      ),
    ),
    panelTool("react", t("React")),
    !isThread &&
      tool("reply", t("Reply"), () => app.openThread(one.thread_ts || one.ts), {
        title: t("Reply in thread"),
      }),
    isMine && tool("edit", t("Edit"), () => edit(place)),
    isMine && tool("delete", t("Delete"), () => remove(place)),
    shortcuts.length > 0 &&
      panelTool("more", "…", { "aria-label": t("Message shortcuts"), title: t("Message shortcuts") }),
    ui.panel?.key === `${key} react` &&
      emojiPicker((name) => {
        app.closePanel();
        return react(place, name);
      }),
    ui.panel?.key === `${key} more` &&
      h(
        "div",
        {
          class: "panel",
          "data-panel": true,
          role: "group",
          "aria-label": t("Message shortcuts"),
          mounted: reveal,
        },
        h(
          "ul",
          { class: "menu-plain" },
          shortcuts.map((each) =>
            h(
              "li",
              { key: each.callback_id },
              h(
                "button",
                {
                  type: "button",
                  "data-testid": "message-shortcut",
                  "data-callback-id": each.callback_id,
                  onclick: () => {
                    app.closePanel();
                    return app.act({
                      do: "message_shortcut",
                      channel: channel.id,
                      ts: one.ts,
                      callback_id: each.callback_id,
                    });
                  },
                },
                each.name,
                h("small", null, state.app.name),
              ),
            ),
          ),
        ),
      ),
  );
}

/** A message's text as it was typed: names for mentions, bare links. */
function typed(text, ctx) {
  const names = text.replace(/<@([A-Z0-9]+)(\|[^>]*)?>/g, (_, id) => "@" + ctx.userName(id));
  return unescape(names.replace(/<((?:https?|mailto):[^|>]+)(\|[^>]*)?>/g, "$1"));
}

function edit({ app, ctx, one, key }) {
  app.ui.editing = { key, text: typed(one.text || "", ctx) };
  app.render();
  const field = control('[data-testid="edit-input"]');
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}

export function editor({ app, channel, one }) {
  const stop = () => {
    app.ui.editing = null;
    app.render();
  };
  const save = async () => {
    const { text } = app.ui.editing;
    if (!text.trim()) return;
    const answer = await app.act({ do: "edit", channel: channel.id, ts: one.ts, text });
    if (answer.ok) stop();
  };
  return h(
    "div",
    { class: "editor" },
    h("textarea", {
      "data-testid": "edit-input",
      "aria-label": t("Edit the message"),
      rows: 3,
      value: app.ui.editing.text,
      oninput: (event) => {
        app.ui.editing.text = event.target.value;
        app.render();
      },
      onkeydown: (event) => {
        if (event.isComposing || event.shiftKey || !["Enter", "Escape"].includes(event.key)) return;
        event.preventDefault();
        if (event.key === "Enter") save();
        else stop();
      },
    }),
    h(
      "div",
      { class: "row" },
      h(
        "button",
        { type: "button", class: "button primary", "data-testid": "edit-save", onclick: save },
        t("Save"),
      ),
      h(
        "button",
        { type: "button", class: "button", "data-testid": "edit-cancel", onclick: stop },
        t("Cancel"),
      ),
    ),
  );
}

async function remove({ app, ctx, channel, one }) {
  const isSure = await ctx.confirm({
    title: t("Delete this message?"),
    text: t("It goes for everyone, and can't be brought back."),
    confirm: t("Delete"),
    deny: t("Keep it"),
    style: "danger",
  });
  if (isSure) await app.act({ do: "delete", channel: channel.id, ts: one.ts });
}
