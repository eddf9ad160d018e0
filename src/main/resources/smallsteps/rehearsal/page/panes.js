// The middle and the right: a channel, the app's Home, a thread.

import { blocks } from "./blocks.js";
import { composer } from "./composer.js";
import { control, h } from "./dom.js";
import { guide } from "./guide.js";
import { message } from "./message.js";
import { reveal } from "./panel.js";
import { day, dayKey } from "./times.js";
import { t } from "./words.js";

export const titleOf = (channel) => (channel.is_private || channel.is_im ? "" : "#") + channel.name;

const inThread = (one) => one.thread_ts && one.thread_ts !== one.ts;

export function channelPane(app, ctx) {
  const { state, ui } = app;
  const channel = state.channels.find((one) => one.id === ui.at);
  const shown = (state.messages[channel.id] || []).filter(
    (one) => !inThread(one) || one.subtype === "thread_broadcast",
  );
  return h(
    "main",
    {
      class: "pane channel",
      key: "channel",
      "aria-label": t("Channel {channel}", { channel: channel.name }),
    },
    header(app, channel),
    h(
      "div",
      {
        class: "scroll",
        key: state.as + channel.id,
        "data-scroll": true,
        "data-testid": "messages",
        tabindex: "0",
        role: "group",
        "aria-label": t("Messages"),
      },
      app.keep("channel", () =>
        h(
          "div",
          { class: "messages" },
          shown.length === 0 && empty(app, channel),
          withDays(shown, app, (one) => message(app, ctx, channel, one, false)),
        ),
      ),
    ),
    guide(app),
    channel.is_member && !channel.is_archived
      ? composer(app, { channel, thread: null, label: t("Message {channel}", { channel: titleOf(channel) }) })
      : h(
          "p",
          { class: "no-composer", key: "none" },
          channel.is_archived ? t("This channel is archived.") : t("You aren't a member here. "),
          !channel.is_archived &&
            h(
              "button",
              {
                type: "button",
                class: "button",
                onclick: () => app.act({ do: "invite", channel: channel.id, user: app.me.id }),
              },
              t("Join"),
            ),
        ),
  );
}

function withDays(shown, app, make) {
  let last = null;
  return shown.flatMap((one) => {
    const key = dayKey(one.ts, app.me);
    if (key === last) return [make(one)];
    last = key;
    return [h("div", { key: "day" + key, class: "day" }, h("span", null, day(one.ts, app.me))), make(one)];
  });
}

function empty(app, channel) {
  const { name } = app.state.app;
  if (!channel.is_member) return h("p", { class: "empty" }, t("What is said here is for its members."));
  return h(
    "div",
    { class: "empty" },
    h("p", null, t("Nothing has been said here yet.")),
    h(
      "p",
      null,
      channel.bot_is_member
        ? t("{app} is here: pick something under Try.", { app: name })
        : t("{app} isn't in this channel: let it in with “Members”.", { app: name }),
    ),
  );
}

function header(app, channel) {
  const isOpen = app.ui.panel?.key === "members";
  return h(
    "header",
    { class: "pane-head" },
    h(
      "h2",
      { "data-testid": "channel-name" },
      channel.is_private && !channel.is_im ? "🔒 " : "",
      titleOf(channel),
    ),
    h(
      "p",
      { class: "small head-note" },
      channel.is_im
        ? t("Messages, between you and the app")
        : channel.bot_is_member
          ? t("{app} is here", { app: app.state.app.name })
          : t("{app} isn't here", { app: app.state.app.name }),
    ),
    !channel.is_im &&
      h(
        "div",
        { class: "anchor" },
        h(
          "button",
          {
            type: "button",
            class: "button quiet",
            "data-testid": "members",
            "aria-expanded": String(isOpen),
            onclick: (event) => app.togglePanel("members", event.currentTarget),
          },
          t("Members"),
        ),
        isOpen && members(app, channel),
      ),
  );
}

/** /state tells of oneself and of the bot who is in; for the others one may try both. */
function members(app, channel) {
  const go = (what, user) => app.act({ do: what, channel: channel.id, user });
  const row = (one) => {
    const isIn = one.is_bot ? channel.bot_is_member : one.id === app.me.id ? channel.is_member : null;
    const button = (what, label) =>
      h(
        "button",
        {
          type: "button",
          class: "button small",
          "data-testid": what,
          "data-user-id": one.id,
          onclick: () => go(what, one.id),
        },
        label,
      );
    return h(
      "li",
      { key: one.id },
      h("span", null, one.name, one.id === app.me.id ? t(" (you)") : ""),
      h(
        "span",
        { class: "row" },
        isIn !== true && button("invite", t("Add")),
        isIn !== false && button("remove", t("Remove")),
      ),
    );
  };
  return h(
    "div",
    { class: "panel", "data-panel": true, role: "group", "aria-label": t("Members"), mounted: reveal },
    h("ul", { class: "member-list" }, app.state.people.map(row)),
  );
}

export function threadPane(app, ctx) {
  const { state, ui } = app;
  const channel = state.channels.find((one) => one.id === ui.at);
  const all = (state.messages[channel.id] || []).filter(
    (one) => one.ts === ui.thread || one.thread_ts === ui.thread,
  );
  const replies = all.filter((one) => one.ts !== ui.thread);
  const parent = all.find((one) => one.ts === ui.thread);
  const close = () => {
    const from = ui.thread;
    app.openThread(null);
    control(`[data-ts="${CSS.escape(from)}"] [data-testid="tool-reply"]`)?.focus({ preventScroll: true });
  };
  return h(
    "aside",
    {
      class: "pane thread",
      key: "thread",
      "aria-label": t("Thread"),
      "data-testid": "thread",
      "data-ts": ui.thread,
      onkeydown: (event) => {
        if (event.key !== "Escape" || event.defaultPrevented || ui.panel || ui.editing) return;
        event.preventDefault();
        close();
      },
    },
    h(
      "header",
      { class: "pane-head" },
      h("h2", null, t("Thread")),
      h("p", { class: "small head-note" }, titleOf(channel)),
      h(
        "button",
        {
          type: "button",
          class: "button quiet",
          "data-testid": "thread-close",
          "aria-label": t("Close the thread"),
          onclick: close,
        },
        "×",
      ),
    ),
    h(
      "div",
      {
        class: "scroll",
        key: state.as + ui.thread,
        "data-scroll": true,
        tabindex: "0",
        role: "group",
        "aria-label": t("Replies"),
      },
      app.keep("thread", () =>
        h(
          "div",
          { class: "messages" },
          parent
            ? message(app, ctx, channel, parent, true)
            : h("p", { class: "empty" }, t("The message that began this thread is gone.")),
          h(
            "div",
            { class: "day", key: "count" },
            h("span", null, replies.length === 1 ? t("1 reply") : t("{n} replies", { n: replies.length })),
          ),
          replies.map((one) => message(app, ctx, channel, one, true)),
        ),
      ),
    ),
    channel.is_member &&
      !channel.is_archived &&
      composer(app, { channel, thread: ui.thread, label: t("Reply in the thread") }),
  );
}

export function homePane(app, ctx) {
  const { home, as, app: bot } = app.state;
  const surface = { key: `home ${as}`, target: { home: true }, blocks: home?.blocks, here: null };
  return h(
    "main",
    {
      class: "pane home",
      key: "home",
      "aria-label": t("{app}, Home", { app: bot.name }),
      "data-testid": "home",
    },
    h(
      "header",
      { class: "pane-head" },
      h("h2", null, bot.name),
      h("p", { class: "small head-note" }, t("Home")),
    ),
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "group", "aria-label": t("The app's Home") },
      h(
        "div",
        { class: "home-body" },
        home ? blocks(surface, ctx) : h("p", { class: "empty" }, t("The app hasn't shown you a Home yet.")),
      ),
    ),
  );
}
