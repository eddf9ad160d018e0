// Above everything: the bot's clock, time in one's hands, the language, and the way behind the scenes.

import { h } from "./dom.js";
import { reveal } from "./panel.js";
import { instant } from "./times.js";
import { language, LANGUAGES, t } from "./words.js";

/** How the time can be let go on: the workspace's word for it, and ours. Those first stand in the bar. */
const MOVES = () => [
  ["nudge", t("Next nudge"), t("To the minute in which the next nudge comes")],
  ["hour", t("An hour"), t("An hour on")],
  ["friday 15:00", t("Friday 15:00"), t("To Friday at 15:00, when the week is gathered")],
  ["day", t("A day"), t("A day on")],
  ["weeks", t("Two weeks"), t("Two weeks on: then one may be asked what difference it made")],
  ["clock_change", t("Past the change of clocks"), t("Past the next change to or from summer time")],
  ["year", t("A year in a minute"), t("52 weeks, a little more than a second each")],
];
const IN_BAR = 3;

export function topbar(app) {
  const { clock } = app.state;
  return h(
    "header",
    { class: "topbar", key: "topbar" },
    h(
      "time",
      {
        class: "bot-clock",
        "data-testid": "clock",
        "data-now": Math.round(app.now()),
        title: t("The bot's clock, {zone}", { zone: clock.zone || "UTC" }),
      },
      instant(app.now(), clock.zone, language()),
    ),
    clock.zone && (clock.goal ? passing(app) : moves(app)),
    h(
      "span",
      { class: "row languages", role: "group", "aria-label": t("Language") },
      LANGUAGES.map(([code, name]) =>
        h(
          "button",
          {
            key: code,
            type: "button",
            class: "button quiet small",
            lang: code,
            "data-testid": "language",
            "data-language": code,
            "aria-pressed": String(language() === code),
            onclick: () => app.speak(code),
          },
          name,
        ),
      ),
    ),
    h(
      "button",
      {
        type: "button",
        class: "button quiet small",
        "data-testid": "inside-toggle",
        "aria-expanded": String(Boolean(app.ui.inside)),
        onclick: () => app.lookInside(app.ui.inside ? null : "faults"),
      },
      t("Behind the scenes"),
    ),
  );
}

const go = (app, to) => {
  app.closePanel();
  return app.act({ do: "travel", to });
};

function moves(app) {
  const isOpen = app.ui.panel?.key === "time";
  return h(
    "span",
    { class: "row moves", key: "moves" },
    MOVES()
      .slice(0, IN_BAR)
      .map(([to, label, title]) =>
        h(
          "button",
          {
            key: to,
            type: "button",
            class: "button small in-bar",
            "data-testid": "move",
            "data-to": to,
            title,
            onclick: () => go(app, to),
          },
          label,
        ),
      ),
    h(
      "span",
      { class: "anchor", key: "menu" },
      h(
        "button",
        {
          type: "button",
          class: "button small",
          "data-testid": "time-menu",
          "aria-expanded": String(isOpen),
          onclick: (event) => app.togglePanel("time", event.currentTarget),
        },
        t("Let time pass"),
        " ▾",
      ),
      isOpen && menu(app),
    ),
  );
}

function menu(app) {
  return h(
    "div",
    {
      class: "panel",
      "data-panel": true,
      "data-start": true,
      role: "group",
      "aria-label": t("Let time pass"),
      mounted: reveal,
    },
    h(
      "ul",
      { class: "menu-plain" },
      MOVES().map(([to, label, title]) =>
        h(
          "li",
          { key: to },
          h(
            "button",
            { type: "button", "data-testid": "time-entry", "data-to": to, onclick: () => go(app, to) },
            label,
            h("small", null, title),
          ),
        ),
      ),
    ),
  );
}

function passing(app) {
  const { clock } = app.state;
  return h(
    "span",
    { class: "row moves", key: "passing", "data-testid": "passing" },
    h(
      "span",
      { class: "small" },
      t("Time passes to {when}", { when: instant(clock.goal, clock.zone, language()) }),
    ),
    h(
      "button",
      {
        type: "button",
        class: "button small",
        "data-testid": "stay",
        onclick: () => app.act({ do: "stay" }),
      },
      t("Stop here"),
    ),
  );
}
