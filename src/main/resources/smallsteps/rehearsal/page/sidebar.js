// The left column: who one is, where one may go, what one might try, and how the bot is doing.

import { isUnread } from "./announce.js";
import { control, h } from "./dom.js";
import { t } from "./words.js";

export function sidebar(app) {
  const { state, ui } = app;
  return h(
    "nav",
    { class: "sidebar", "aria-label": t("Workspace") },
    h(
      "div",
      { class: "brand" },
      h("img", { src: "icon.svg", alt: "", width: 32, height: 32 }),
      h(
        "div",
        null,
        h("h1", null, state.team.name),
        h("p", null, t("A rehearsal. Nothing leaves this machine.")),
      ),
      h(
        "button",
        {
          type: "button",
          class: "button quiet menu-button",
          "aria-expanded": String(ui.isMenuOpen),
          "aria-controls": "menu",
          onclick: () => {
            ui.isMenuOpen = !ui.isMenuOpen;
            app.render();
          },
        },
        ui.isMenuOpen ? t("Close") : t("Menu"),
      ),
    ),
    h("div", { class: "menu-body", id: "menu" }, people(app), places(app), tries(app), behind(app)),
  );
}

export function avatar(person, size = "") {
  if (person.is_bot) return h("img", { class: `avatar tone-bot ${size}`, src: "icon.svg", alt: "" });
  return h(
    "span",
    { class: `avatar tone-${person.tone ?? 5} ${size}`, "aria-hidden": "true" },
    (person.name || "?").slice(0, 1).toUpperCase(),
  );
}

function people(app) {
  return h(
    "section",
    { class: "people", "data-testid": "person-switch", role: "group", "aria-label": t("You are") },
    h("h2", null, t("You are")),
    h(
      "div",
      { class: "people-row" },
      app.state.people
        .filter((one) => !one.is_bot)
        .map((one) =>
          h(
            "button",
            {
              key: one.id,
              type: "button",
              class: "person",
              "data-testid": "person",
              "data-user-id": one.id,
              "aria-pressed": String(one.id === app.me.id),
              title: `${one.name} · ${one.locale} · ${one.tz}`,
              onclick: () => app.workspace.switchTo(one.id),
            },
            avatar(one),
            h("span", null, one.name.split(" ")[0]),
            h("small", null, one.locale.slice(0, 2)),
          ),
        ),
    ),
  );
}

function places(app) {
  const { state, ui } = app;
  const current = (place) => (ui.at === place ? "page" : null);
  const entry = (one, sign) =>
    h(
      "li",
      { key: one.id },
      h(
        "button",
        {
          type: "button",
          "data-testid": "channel",
          "data-channel": one.id,
          "aria-current": current(one.id),
          class: `place${one.is_member ? "" : " muted"}${isUnread(app, one) ? " unread" : ""}`,
          title: one.is_member ? null : t("You aren't a member"),
          onclick: () => app.open(one.id),
        },
        h("span", { class: "sign", "aria-hidden": "true" }, sign),
        h("span", { class: "place-name" }, one.is_im ? t("Messages") : one.name),
        one.is_private && !one.is_im && h("span", { class: "unseen" }, t(" (private)")),
        isUnread(app, one) &&
          h("span", { class: "dot" }, h("span", { class: "unseen" }, t(" has something new"))),
        one.is_archived && h("small", null, t("archived")),
      ),
    );
  const ofApp = state.app.home_tab !== false || state.channels.some((one) => one.is_im);
  return h(
    "section",
    { "aria-label": t("Channels") },
    h("h2", null, t("Channels")),
    h(
      "ul",
      { class: "places" },
      state.channels.filter((one) => !one.is_im).map((one) => entry(one, one.is_private ? lock() : "#")),
    ),
    ofApp && h("h2", null, t("App")),
    ofApp &&
      h(
        "ul",
        { class: "places" },
        state.app.home_tab !== false &&
          h(
            "li",
            { key: "home" },
            h(
              "button",
              {
                type: "button",
                class: "place",
                "data-testid": "home-entry",
                "aria-current": current("home"),
                onclick: () => app.open("home"),
              },
              h("img", { src: "icon.svg", alt: "", width: 18, height: 18 }),
              h("span", { class: "place-name" }, state.app.name),
              h("small", null, t("Home")),
            ),
          ),
        state.channels.filter((one) => one.is_im).map((one) => entry(one, "·")),
      ),
  );
}

const lock = () =>
  h(
    "svg",
    { viewBox: "0 0 16 16", width: 13, height: 13 },
    h("path", { class: "lock", d: "M4 7V5a4 4 0 0 1 8 0v2h1v7H3V7h1Zm2 0h4V5a2 2 0 0 0-4 0v2Z" }),
  );

const EXTRAS = () => ({
  "/principle": ["/principle 3"],
  "/nudge": [t("/nudge now"), t("/nudge monday 09:00")],
});

function tries(app) {
  const commands = app.state.app.commands || [];
  const more = EXTRAS();
  const texts = [
    ...commands.flatMap((one) => [one.command, ...(more[one.command] || [])]),
    t("I did a small thing: labelled the door"),
  ];
  return h(
    "section",
    { class: "tries", "aria-label": t("Try") },
    h("h2", null, t("Try")),
    h(
      "ul",
      null,
      texts.map((text) =>
        h(
          "li",
          { key: text },
          h(
            "button",
            {
              type: "button",
              class: "try",
              "data-testid": "try",
              "data-text": text,
              title: text,
              onclick: () => fill(app, text),
            },
            text,
          ),
        ),
      ),
    ),
    h("p", { class: "small" }, t("Fills the message field; press Enter there to send.")),
  );
}

/** On the Home there is nowhere to type: then into the first channel where both are. */
function fill(app, text) {
  const { state, ui } = app;
  const here = state.channels.find((one) => one.id === ui.at && one.is_member);
  const channel =
    here ||
    state.channels.find((one) => one.is_member && one.bot_is_member && !one.is_im) ||
    state.channels.find((one) => one.is_member);
  if (!channel) return app.toast(t("You aren't a member of any channel."));
  if (!here) app.open(channel.id);
  ui.drafts[`${state.as} ${channel.id} `] = text;
  ui.isMenuOpen = false;
  ui.slash = { active: 0, closed: text };
  app.render();
  const field = control(".channel .composer textarea");
  field?.focus();
  return field?.setSelectionRange(text.length, text.length);
}

function behind(app) {
  const { app: bot, warnings } = app.state;
  const how = bot.transport === "http" ? "HTTP" : "Socket Mode";
  return h(
    "section",
    { class: "behind", "aria-label": t("Connection and warnings") },
    h(
      "p",
      { class: "connection", "data-testid": "connection", "data-connected": String(bot.connected) },
      h("span", { class: bot.connected ? "lamp on" : "lamp", "aria-hidden": "true" }),
      bot.connected ? t("Connected, {how}", { how }) : t("Not connected, {how}", { how }),
    ),
    bot.transport !== "http" &&
      h(
        "button",
        {
          type: "button",
          class: "button quiet small",
          "data-testid": "disconnect",
          disabled: !bot.connected,
          title: t("The bot should come back by itself"),
          onclick: () => app.act({ do: "disconnect" }),
        },
        t("Cut the connection"),
      ),
    h(
      "details",
      { class: `warnings${warnings.length ? " some" : ""}`, "data-testid": "warnings" },
      h("summary", null, t("Warnings ({n})", { n: warnings.length })),
      warnings.length
        ? h(
            "ol",
            null,
            [...warnings]
              .reverse()
              .map((one) => h("li", { key: one.id, "data-testid": "warning" }, one.text)),
          )
        : h(
            "p",
            { class: "small" },
            t("What Slack would refuse or mangle of what the bot sends shows up here."),
          ),
    ),
  );
}
