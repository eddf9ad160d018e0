// Behind the scenes: what a person may have go wrong and what the bot did about it, each request and reply on the
// wire, and the rows that changed in the bot's database.

import { h } from "./dom.js";
import { timeOfDay } from "./times.js";
import { language, t } from "./words.js";

const TABS = () => [
  ["faults", t("Faults")],
  ["wire", t("Wire")],
  ["rows", t("Database")],
];

/** By their names in the workspace. Those of `where` happen to the channel that is open. */
const FAULTS = () => [
  ["drop_socket", t("Drop the socket")],
  ["lose_ack", t("Lose the next acknowledgement")],
  ["send_twice", t("Send the last event again")],
  ["rate_limit", t("Answer the next call 429")],
  ["server_error", t("Answer the next call 500")],
  ["html", t("Answer the next call with a page of HTML")],
  ["put_out", t("Put the bot out of this channel"), "let_in", t("Let the bot in again")],
  ["archive", t("Archive this channel"), "unarchive", t("Open this channel again")],
  ["revoke_token", t("Revoke the token")],
  ["uninstall", t("Uninstall the app")],
];

const KEPT = 500;

export class Inside {
  wire = [];
  rows = [];
  complaints = [];
  open = new Set();
  #asked = null;
  #again = false;

  /** One look at a time; who asks meanwhile gets another after it. */
  async look(render) {
    this.#again = true;
    if (this.#asked) return this.#asked;
    this.#asked = this.#lookAll(render).finally(() => (this.#asked = null));
    return this.#asked;
  }

  async #lookAll(render) {
    while (this.#again) {
      this.#again = false;
      try {
        const known = `wire=${this.wire.at(-1)?.id || 0}&row=${this.rows.at(-1)?.id || 0}`;
        const seen = await (await fetch(`/inside?${known}`, { cache: "no-store" })).json();
        this.wire = [...this.wire, ...seen.wire].slice(-KEPT);
        this.rows = [...this.rows, ...seen.rows].slice(-KEPT);
        this.complaints = seen.complaints;
      } catch {
        return; // that the rehearsal doesn't answer is told elsewhere
      }
      render();
    }
  }
}

export function inside(app) {
  const { ui } = app;
  return h(
    "section",
    { class: "inside", key: "inside", "data-testid": "inside", "aria-label": t("Behind the scenes") },
    h(
      "div",
      { class: "row inside-head", role: "group", "aria-label": t("Behind the scenes") },
      TABS().map(([id, name]) =>
        h(
          "button",
          {
            key: id,
            type: "button",
            class: "button quiet small",
            "data-testid": "inside-tab",
            "data-tab": id,
            "aria-pressed": String(ui.inside === id),
            onclick: () => app.lookInside(id),
          },
          name,
        ),
      ),
      h("span", { class: "head-note" }),
      h(
        "button",
        {
          type: "button",
          class: "button quiet small",
          "aria-label": t("Close"),
          "data-testid": "inside-close",
          onclick: () => app.lookInside(null),
        },
        "×",
      ),
    ),
    h(
      "div",
      {
        class: "inside-body",
        key: ui.inside,
        tabindex: "0",
        role: "group",
        "aria-label": t("Behind the scenes"),
      },
      { faults, wire, rows }[ui.inside](app),
    ),
  );
}

function faults(app) {
  const { state, inside: seen, ui } = app;
  const channel = state.channels.find((one) => one.id === ui.at && !one.is_im && one.is_member);
  const last = seen.wire.findLastIndex((one) => one.kind === "mishap");
  return h(
    "div",
    { class: "faults" },
    h(
      "div",
      { class: "fault-list" },
      FAULTS().map((one) => fault(app, channel, one)),
    ),
    h(
      "div",
      { class: "aftermath", "data-testid": "aftermath" },
      h("h3", null, t("What the bot did about it")),
      last < 0
        ? h("p", { class: "small" }, t("Have something go wrong: what follows on the wire stands here."))
        : h(
            "ol",
            { class: "wire" },
            seen.wire.slice(last).map((one) => exchange(app, one)),
          ),
      h("h3", null, t("What it says of itself")),
      seen.complaints.length
        ? h(
            "ul",
            { "data-testid": "complaints" },
            seen.complaints.map((one) => h("li", { key: one }, one)),
          )
        : h("p", { class: "small" }, t("All is well.")),
    ),
  );
}

/** @param {string[]} words `back` and its label undo it */
function fault(app, channel, words) {
  const [name, label, back, backLabel] = words;
  const isOver = name === "put_out" ? channel?.bot_is_member === false : channel?.is_archived === true;
  const does = back && isOver ? back : name;
  return h(
    "button",
    {
      key: name,
      type: "button",
      class: "button small",
      "data-testid": "fault",
      "data-fault": does,
      disabled: Boolean(back) && !channel,
      onclick: () => app.act({ do: "fault", name: does, channel: channel?.id || "" }),
    },
    does === name ? label : backLabel,
  );
}

function wire(app) {
  const { wire: all } = app.inside;
  if (!all.length) return h("p", { class: "small" }, t("Nothing yet."));
  return h(
    "ol",
    { class: "wire" },
    [...all].reverse().map((one) => exchange(app, one)),
  );
}

const ARROWS = { to_bot: "Slack → bot", to_slack: "bot → Slack", mishap: "!" };

function exchange(app, one) {
  const { open } = app.inside;
  const isOpen = open.has(one.id);
  const toggle = () => {
    if (isOpen) open.delete(one.id);
    else open.add(one.id);
    app.render({ isTyping: true });
  };
  const head = [
    h("span", { class: "small" }, time(app, one)),
    h("span", { class: "small" }, ARROWS[one.kind]),
    h("strong", null, one.kind === "mishap" ? nameOf(one.name) : one.name),
  ];
  if (one.kind === "mishap") return h("li", { key: one.id, class: "exchange mishap" }, head);
  const isBad = one.status !== 200 || /"ok":false/.test(one.answer);
  return h(
    "li",
    {
      key: one.id,
      class: `exchange${isBad ? " bad" : ""}`,
      "data-testid": "exchange",
      "data-name": one.name,
    },
    h(
      "button",
      { type: "button", class: "exchange-head", "aria-expanded": String(isOpen), onclick: toggle },
      head,
      h("span", { class: "small" }, outcome(one)),
    ),
    isOpen && details(app, one),
  );
}

const nameOf = (name) =>
  FAULTS()
    .flatMap((one) => [one, one.slice(2)])
    .find(([id]) => id === name)?.[1] || name;

function outcome(one) {
  const error = one.answer.match(/"error":"([^"]+)"/)?.[1];
  return [one.status || t("no answer"), error || (one.status ? "" : one.answer)].filter(Boolean).join(" ");
}

function details(app, one) {
  return h(
    "div",
    { class: "exchange-body" },
    h(
      "button",
      {
        type: "button",
        class: "button small",
        "data-testid": "copy-curl",
        "data-curl": one.curl,
        onclick: async () => {
          await navigator.clipboard.writeText(one.curl);
          app.toast(t("Copied: paste it in a shell."));
        },
      },
      t("Copy as curl"),
    ),
    h("pre", { class: "code" }, pretty(one.sent)),
    h("pre", { class: "code" }, pretty(one.answer)),
  );
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text || "–";
  }
}

const time = (app, one) => timeOfDay(one.at, app.state.clock.zone, language());

function rows(app) {
  const { rows: all } = app.inside;
  if (!all.length) return h("p", { class: "small" }, t("No row has changed since this was opened."));
  return h(
    "ol",
    { class: "wire" },
    [...all]
      .reverse()
      .map((one) =>
        h(
          "li",
          { key: one.id, class: "exchange", "data-testid": "row-change", "data-table": one.table },
          h(
            "div",
            { class: "exchange-head" },
            h("span", { class: "small" }, time(app, one)),
            h("span", { class: "small" }, !one.before ? t("new") : one.after ? t("changed") : t("gone")),
            h("strong", null, one.table),
          ),
          h("div", { class: "exchange-body" }, columns(one)),
        ),
      ),
  );
}

function columns({ before, after }) {
  const names = Object.keys(after || before).filter(
    (name) => !before || !after || before[name] !== after[name] || /(_id|ts)$/.test(name),
  );
  return h(
    "dl",
    { class: "columns" },
    names.map((name) => {
      const isNew = before && after && before[name] !== after[name];
      return [
        h("dt", { key: "t" + name }, name),
        h(
          "dd",
          { key: "d" + name },
          isNew && h("del", null, shown(before[name])),
          isNew && " ",
          shown((after || before)[name]),
        ),
      ];
    }),
  );
}

const shown = (value) => (value === null || value === undefined ? "–" : String(value));
