// Where one writes: a message, a reply, or a slash command with its usage beside it.

import { h } from "./dom.js";
import { reveal, show } from "./panel.js";
import { t } from "./words.js";

export function composer(app, { channel, thread, label }) {
  const { ui, state } = app;
  const key = `${state.as} ${channel.id} ${thread || ""}`;
  const draft = ui.drafts[key] || "";
  const matches = thread ? [] : commandsFor(app, draft);
  const active = Math.min(ui.slash.active, matches.length - 1);
  const hint = thread ? null : hintFor(app, draft);
  const place = { app, channel, thread, key, matches, active };
  const listId = `commands-${thread ? "thread" : "channel"}`;
  return h(
    "form",
    {
      class: "composer",
      key,
      onsubmit: (event) => {
        event.preventDefault();
        send(place);
      },
    },
    matches.length > 0 &&
      h(
        "ul",
        {
          class: "suggestions",
          mounted: show,
          role: "listbox",
          id: listId,
          "data-testid": "command-list",
          "aria-label": t("Commands"),
        },
        matches.map((one, at) =>
          h(
            "li",
            {
              key: one.command,
              id: `${listId}-${at}`,
              role: "option",
              "aria-selected": String(at === active),
              "data-testid": "command-option",
              "data-command": one.command,
              onmousedown: (event) => event.preventDefault(),
              onclick: () => take(place, one),
            },
            h("strong", null, one.command),
            " ",
            h("code", null, one.usage_hint || ""),
            h("small", null, one.description || ""),
          ),
        ),
      ),
    hint &&
      h(
        "p",
        { class: "command-hint", "data-testid": "command-hint" },
        h("strong", null, hint.command),
        " ",
        hint.usage_hint || "",
        h("small", null, hint.description ? ` ${hint.description}` : ""),
      ),
    h(
      "div",
      { class: "composer-box" },
      h("textarea", {
        "aria-label": label,
        placeholder: label,
        rows: 1,
        value: draft,
        "data-testid": "composer",
        "data-thread": thread || null,
        "aria-controls": matches.length ? listId : null,
        "aria-autocomplete": thread ? null : "list",
        "aria-activedescendant": matches.length ? `${listId}-${active}` : null,
        oninput: (event) => {
          ui.drafts[key] = event.target.value;
          ui.slash = { active: 0, closed: null };
          app.render({ isTyping: true });
        },
        onkeydown: (event) => keys(event, place),
      }),
      h(
        "div",
        { class: "composer-row" },
        !thread && bolt(app),
        check(app, key, "file", "file-check", t("attach a file")),
        thread &&
          check(
            app,
            key,
            "broadcast",
            "broadcast-check",
            t("also send to {channel}", {
              channel: (channel.is_private || channel.is_im ? "" : "#") + channel.name,
            }),
          ),
        h("button", { class: "button primary", "data-testid": "send" }, t("Send")),
      ),
    ),
  );
}

function commandsFor({ state, ui }, draft) {
  if (!/^\/\S*$/.test(draft) || ui.slash.closed === draft) return [];
  return (state.app.commands || []).filter((one) => one.command.startsWith(draft.toLowerCase()));
}

function hintFor({ state }, draft) {
  const typed = draft.match(/^(\/\S+)/)?.[1];
  return (state.app.commands || []).find((one) => one.command === typed);
}

function take({ app, key }, command) {
  app.ui.drafts[key] = command.command + " ";
  app.render();
}

function keys(event, place) {
  const { app, matches, active, key } = place;
  if (event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const chosen = matches[active];
  if (matches.length && step) app.ui.slash.active = (active + step + matches.length) % matches.length;
  else if (matches.length && event.key === "Escape") app.ui.slash.closed = app.ui.drafts[key];
  else if (
    chosen &&
    (event.key === "Tab" || (event.key === "Enter" && chosen.command !== app.ui.drafts[key]))
  )
    take(place, chosen);
  else if (event.key === "Enter" && !event.shiftKey) send(place);
  else return;
  event.preventDefault();
  app.render();
}

async function send({ app, channel, thread, key }) {
  const { ui, state } = app;
  const text = (ui.drafts[key] || "").trim();
  const { file, broadcast } = ui.checks[key] || {};
  if (!text && !file) return;
  const body = bodyFor(app, channel, thread, text, { file, broadcast });
  if (!body) return;
  delete ui.drafts[key];
  delete ui.checks[key];
  ui.stick = true;
  app.render();
  const answer = await app.act(body);
  if (answer.ok || state.as !== app.state.as) return;
  ui.drafts[key] ||= text;
  app.render();
}

function bodyFor(app, channel, thread, text, { file, broadcast }) {
  const command = text.match(/^(\/[^\s/]+)(?:\s+([\s\S]*))?$/);
  if (!command) {
    return {
      do: "say",
      channel: channel.id,
      text,
      ...(thread && { thread_ts: thread }),
      ...(thread && broadcast && { broadcast: true }),
      ...(file && { file: "photo.png" }),
    };
  }
  const isKnown = (app.state.app.commands || []).some((one) => one.command === command[1].toLowerCase());
  if (thread) return app.toast(t("Slack doesn't take slash commands in threads."));
  if (!isKnown) return app.toast(t("{command} isn't a command here.", { command: command[1] }));
  return {
    do: "command",
    channel: channel.id,
    command: command[1].toLowerCase(),
    text: (command[2] || "").trim(),
  };
}

function check(app, key, name, testId, label) {
  const checks = app.ui.checks[key] || {};
  return h(
    "label",
    { class: "check", key: name },
    h("input", {
      type: "checkbox",
      "data-testid": testId,
      checked: Boolean(checks[name]),
      onchange: (event) => {
        app.ui.checks[key] = { ...checks, [name]: event.target.checked };
        app.render();
      },
    }),
    label,
  );
}

/** ⚡ lists what the app offers anywhere (global shortcuts). */
function bolt(app) {
  const shortcuts = (app.state.app.shortcuts || []).filter((one) => one.type === "global");
  const isOpen = app.ui.panel?.key === "bolt";
  return h(
    "div",
    { class: "anchor", key: "bolt" },
    h(
      "button",
      {
        type: "button",
        class: "button quiet",
        "data-testid": "bolt",
        "aria-label": t("Shortcuts"),
        title: t("Shortcuts"),
        "aria-expanded": String(isOpen),
        onclick: (event) => app.togglePanel("bolt", event.currentTarget),
      },
      "⚡",
    ),
    isOpen &&
      h(
        "div",
        {
          class: "panel",
          "data-panel": true,
          "data-start": true,
          role: "group",
          "aria-label": t("Shortcuts"),
          mounted: reveal,
        },
        shortcuts.length === 0
          ? h("p", { class: "small" }, t("The app has no shortcuts."))
          : h(
              "ul",
              { class: "menu-plain" },
              shortcuts.map((one) =>
                h(
                  "li",
                  { key: one.callback_id },
                  h(
                    "button",
                    {
                      type: "button",
                      "data-testid": "global-shortcut",
                      "data-callback-id": one.callback_id,
                      onclick: () => {
                        app.closePanel();
                        return app.act({ do: "global_shortcut", callback_id: one.callback_id });
                      },
                    },
                    one.name,
                    h("small", null, app.state.app.name),
                  ),
                ),
              ),
            ),
      ),
  );
}
