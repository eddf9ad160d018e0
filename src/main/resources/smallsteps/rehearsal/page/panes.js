// The middle and the right: a channel, the app's Home, a thread.

import { blocks } from "./blocks.js";
import { composer } from "./composer.js";
import { control, h } from "./dom.js";
import { message } from "./message.js";
import { reveal } from "./panel.js";
import { day, dayKey } from "./times.js";

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
    { class: "pane channel", key: "channel", "aria-label": `Channel ${channel.name}` },
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
        "aria-label": "Messages",
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
    channel.is_member && !channel.is_archived
      ? composer(app, { channel, thread: null, label: `Message ${titleOf(channel)}` })
      : h(
          "p",
          { class: "no-composer", key: "none" },
          channel.is_archived ? "This channel is archived." : "You aren't a member here. ",
          !channel.is_archived &&
            h(
              "button",
              {
                type: "button",
                class: "button",
                onclick: () => app.act({ do: "invite", channel: channel.id, user: app.me.id }),
              },
              "Join",
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
  if (!channel.is_member) return h("p", { class: "empty" }, "What is said here is for its members.");
  return h(
    "div",
    { class: "empty" },
    h("p", null, "Nothing has been said here yet."),
    h(
      "p",
      null,
      channel.bot_is_member
        ? `${name} is here: pick something under Try.`
        : `${name} isn't in this channel: let it in with “Members”.`,
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
        ? "Messages, between you and the app"
        : channel.bot_is_member
          ? `${app.state.app.name} is here`
          : `${app.state.app.name} isn't here`,
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
          "Members",
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
      h("span", null, one.name, one.id === app.me.id ? " (you)" : ""),
      h(
        "span",
        { class: "row" },
        isIn !== true && button("invite", "Add"),
        isIn !== false && button("remove", "Remove"),
      ),
    );
  };
  return h(
    "div",
    { class: "panel", "data-panel": true, role: "group", "aria-label": "Members", mounted: reveal },
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
      "aria-label": "Thread",
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
      h("h2", null, "Thread"),
      h("p", { class: "small head-note" }, titleOf(channel)),
      h(
        "button",
        {
          type: "button",
          class: "button quiet",
          "data-testid": "thread-close",
          "aria-label": "Close the thread",
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
        "aria-label": "Replies",
      },
      app.keep("thread", () =>
        h(
          "div",
          { class: "messages" },
          parent
            ? message(app, ctx, channel, parent, true)
            : h("p", { class: "empty" }, "The message that began this thread is gone."),
          h(
            "div",
            { class: "day", key: "count" },
            h("span", null, replies.length === 1 ? "1 reply" : `${replies.length} replies`),
          ),
          replies.map((one) => message(app, ctx, channel, one, true)),
        ),
      ),
    ),
    channel.is_member &&
      !channel.is_archived &&
      composer(app, { channel, thread: ui.thread, label: "Reply in the thread" }),
  );
}

export function homePane(app, ctx) {
  const { home, as, app: bot } = app.state;
  const surface = { key: `home ${as}`, target: { home: true }, blocks: home?.blocks, here: null };
  return h(
    "main",
    { class: "pane home", key: "home", "aria-label": `${bot.name}, Home`, "data-testid": "home" },
    h(
      "header",
      { class: "pane-head" },
      h("h2", null, bot.name),
      h("p", { class: "small head-note" }, "Home"),
    ),
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "group", "aria-label": "The app's Home" },
      h(
        "div",
        { class: "home-body" },
        home ? blocks(surface, ctx) : h("p", { class: "empty" }, "The app hasn't shown you a Home yet."),
      ),
    ),
  );
}
