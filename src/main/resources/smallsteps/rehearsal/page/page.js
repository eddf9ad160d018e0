// The rehearsal workspace in the browser: what one sees, and what becomes of a click.
//
// Hooks for browser tests (stable):
//   data-testid  person-switch · person (data-user-id, aria-pressed) · channel (data-channel) · home-entry · try (data-text)
//                connection (data-connected) · disconnect · warnings · warning · notice · toast · toast-close
//                channel-name · members · invite · remove
//                messages · message (data-ts, data-user, data-ephemeral, data-subtype) · message-text · author · time · edited
//                reaction (data-emoji, aria-pressed) · thread-summary · quick-react (data-emoji)
//                tool-react · tool-reply · tool-edit · tool-delete · tool-more · message-shortcut (data-callback-id)
//                emoji-picker · emoji (data-emoji) · emoji-name · emoji-add · edit-input · edit-save · edit-cancel
//                composer (data-thread) · send · broadcast-check · file-check · bolt · global-shortcut (data-callback-id)
//                command-list · command-option (data-command) · command-hint
//                thread · thread-close · home · modal (data-view-id, data-callback-id) · modal-title · modal-submit · modal-close
//                field-error · options · confirm · confirm-yes · confirm-no · unknown-block · broadcast (a mention that would ping)
//   Block Kit    data-block-id + data-block-type on every block, data-action-id + data-type on every element,
//                data-value on buttons, options and chips
//                clock (data-now) · move (data-to) · time-menu · time-entry (data-to) · passing · stay
//                language (data-language, aria-pressed) · guide · guide-scene (data-scene) · guide-text · guide-go · guide-close
//                inside-toggle · inside · inside-tab (data-tab) · inside-close · fault (data-fault) · aftermath · complaints
//                exchange (data-name) · copy-curl (data-curl) · row-change (data-table)
//   location     #as=U…&at=C…|home&thread=ts&lang=sv|en keeps person, place, thread and language over a reload

import { announce, Announcer } from "./announce.js";
import { contextOf } from "./context.js";
import { confirmDialog, modalDialog } from "./dialogs.js";
import { control, h, patch } from "./dom.js";
import { Forms } from "./forms.js";
import { follow } from "./guide.js";
import { Inside, inside } from "./inside.js";
import { Workspace } from "./live.js";
import { keep, recall } from "./memory.js";
import { keepInPlace } from "./panel.js";
import { channelPane, homePane, threadPane } from "./panes.js";
import { sidebar } from "./sidebar.js";
import { now, setClock } from "./times.js";
import { topbar } from "./topbar.js";
import { language, setLanguage, t } from "./words.js";

const root = document.getElementById("page");
const forms = new Forms();
let focusBefore = null;
let toastCount = 0;
let version = 0;
let isDrawing = false;
let isAsked = false;
const kept = new Map();

/** What of it outlives a reload. */
const KEPT = ["drafts", "checks", "editing", "guide", "inside"];

/** What only this browser knows; everything else comes from /state. */
const ui = {
  at: null,
  thread: null,
  drafts: {},
  checks: {},
  panel: null,
  editing: null,
  confirm: null,
  slash: { active: 0, closed: null },
  localErrors: {},
  busy: new Set(),
  toasts: [],
  isMenuOpen: false,
  read: {},
  isOffline: false,
  stick: true,
  inside: null,
  guide: { scene: null },
};

const app = {
  ui,
  forms,
  state: null,
  me: null,
  render,
  keep: keepDrawn,
  act,
  confirm,
  toast,
  open,
  openThread,
  closePanel,
  togglePanel,
  announcer: new Announcer(),
  inside: new Inside(),
  now,
  speak,
  lookInside,
};

const workspace = new Workspace({
  wanted: () => asked().get("as"),
  first: (state) => state.opens[language()]?.as || state.people.find((one) => !one.is_bot)?.id,
  arrived(state) {
    const before = app.state;
    setClock(state.clock.now);
    if (!before) remind(state);
    state.people.forEach((one, at) => (one.tone = at % 6));
    app.state = state;
    app.me = state.people.find((one) => one.id === state.as) || state.people[0];
    settle(before);
    announce(app, before);
    follow(app);
    render();
    if (ui.inside || !before) app.inside.look(render);
  },
  online(isOnline) {
    if (!app.state && !isOnline)
      root.textContent = t("The rehearsal doesn't answer. Is it still running? Trying again…");
    if (ui.isOffline === !isOnline) return;
    ui.isOffline = !isOnline;
    render();
  },
});
app.workspace = workspace;

/** Keeps place and thread valid: a channel one can't see any more gives way to the first one can. */
function settle(before) {
  const { state } = app;
  const wanted = asked();
  ui.at ??= wanted.get("at") || (wanted.has("as") ? null : state.opens[language()]?.at);
  if (!before) ui.thread = wanted.get("thread");
  const isThere = ui.at === "home" || state.channels.some((one) => one.id === ui.at);
  if (!isThere)
    ui.at = (state.channels.find((one) => one.is_member && !one.is_im) || state.channels[0])?.id ?? "home";
  if (
    ui.thread &&
    !(state.messages[ui.at] || []).some((one) => one.ts === ui.thread || one.thread_ts === ui.thread)
  )
    ui.thread = null;
  const switched = before && before.as !== state.as;
  if (switched) ui.stick = true;
  if (ui.at === "home" && (!before || switched)) act({ do: "home" });
  if (ui.confirm && switched) answer(false);
  const modals = new Set(state.modals.map((one) => one.id));
  forms.sweep((key) => !key.startsWith("modal ") || modals.has(key.slice(6)));
  for (const id of Object.keys(ui.localErrors)) if (!modals.has(id)) delete ui.localErrors[id];
  remember();
}

const asked = () => new URLSearchParams(location.hash.slice(1));

/** What was written in this tab before it was loaded anew. */
function remind(state) {
  const { forms: filled = [], ...rest } = recall(state.rehearsal);
  for (const name of KEPT) if (name in rest) ui[name] = rest[name];
  forms.restore(filled);
}

function keepWritten() {
  const written = Object.fromEntries(KEPT.map((name) => [name, ui[name]]));
  keep({ id: app.state.rehearsal, ...written, forms: forms.all() });
}

/** Another language is another team that speaks. */
function speak(code) {
  const { opens } = app.state;
  setLanguage(code);
  if (opens[code]) open(opens[code].at, opens[code].as);
  else remember();
  render();
  workspace.refresh();
}

function lookInside(tab) {
  ui.inside = tab;
  render();
  if (tab) app.inside.look(render);
}

function remember() {
  const parts = new URLSearchParams({ as: app.me.id, at: ui.at, lang: language() });
  if (ui.thread) parts.set("thread", ui.thread);
  history.replaceState(null, "", "#" + parts);
}

/** Posts to /act as the person shown; a refusal becomes a toast. */
async function act(body) {
  const answer = await workspace.act({ as: app.state.as, ...body });
  if (!answer.ok) toast(answer.error || t("That didn't work."));
  await workspace.refresh();
  return answer;
}

function toast(text) {
  if (ui.toasts.some((one) => one.text === text)) return;
  const mine = { id: ++toastCount, text };
  ui.toasts.push(mine);
  setTimeout(() => dismiss(mine.id), 12000);
  render();
}

function dismiss(id) {
  ui.toasts = ui.toasts.filter((one) => one.id !== id);
  render();
}

/** @param {string} [as] who goes there; oneself where nobody is named */
function open(place, as) {
  if (as && as !== app.me.id) workspace.switchTo(as);
  Object.assign(ui, { at: place, thread: null, panel: null, editing: null, isMenuOpen: false, stick: true });
  remember();
  render();
  if (place === "home") act({ do: "home" });
}

function openThread(ts) {
  Object.assign(ui, { thread: ts, panel: null, stick: true });
  remember();
  render();
  (control(".thread textarea") || control(".channel textarea"))?.focus();
}

/** One small panel at a time (emoji, shortcuts, members); Escape or a click elsewhere closes it. */
function togglePanel(key, trigger) {
  ui.panel = ui.panel?.key === key ? null : { key, trigger };
  render();
}

function closePanel() {
  const trigger = ui.panel?.trigger;
  ui.panel = null;
  render();
  if (trigger?.isConnected) trigger.focus();
}

function confirm(question) {
  return new Promise((resolve) => {
    ui.confirm = { question, resolve };
    render();
  });
}

function answer(isYes) {
  const { resolve } = ui.confirm;
  ui.confirm = null;
  render();
  resolve(isYes);
}

/**
 * `isTyping`: only a field changed, so the lists of messages are taken as they were. What is taken off the page
 * while it is drawn may lose the focus and ask for another drawing: that comes after this one, never within.
 */
function render({ isTyping = false } = {}) {
  if (!app.state) return;
  if (!isTyping) version++;
  isAsked = true;
  if (isDrawing) return;
  isDrawing = true;
  try {
    while (isAsked) {
      isAsked = false;
      draw();
    }
  } finally {
    isDrawing = false;
  }
}

function draw() {
  const scrolled = [...document.querySelectorAll("[data-scroll]")].map((el) => ({
    el,
    wasDown: el.scrollHeight - el.scrollTop - el.clientHeight < 60,
  }));
  const dialogs = document.querySelectorAll("dialog");
  const ctx = contextOf(app);
  const modal = app.state.modals.at(-1);
  const toasts = toastList();
  const live = h(
    "div",
    { key: "live", class: "unseen", role: "status", "aria-live": "polite" },
    app.announcer.text,
  );
  keepWritten();
  const top = ui.confirm ? "confirm" : modal ? "modal" : "page";
  if (!dialogs.length) focusBefore = document.activeElement;
  const news = (place) => top === place && [live, toasts];
  patch(
    root,
    h(
      "div",
      {
        class: `workspace${ui.thread && ui.at !== "home" ? " with-thread" : ""}${ui.isMenuOpen ? " menu-open" : ""}${ui.inside ? " with-inside" : ""}`,
      },
      topbar(app),
      sidebar(app),
      ui.at === "home" ? homePane(app, ctx) : channelPane(app, ctx),
      ui.at !== "home" && ui.thread && threadPane(app, ctx),
      ui.inside && inside(app),
      modal && modalDialog(app, ctx, modal, news("modal")),
      ui.confirm && confirmDialog(ui.confirm.question, ctx, answer, news("confirm")),
      news("page"),
    ),
  );
  if (dialogs.length && top === "page" && focusBefore?.isConnected)
    focusBefore.focus({ preventScroll: true });
  for (const { el, wasDown } of scrolled) if (wasDown || ui.stick) el.scrollTop = el.scrollHeight;
  for (const el of document.querySelectorAll("[data-scroll]"))
    if (!scrolled.some((old) => old.el === el)) el.scrollTop = el.scrollHeight;
  ui.stick = false;
  keepInPlace();
}

function keepDrawn(key, make) {
  if (kept.get(key)?.version !== version) kept.set(key, { version, vnode: make() });
  return kept.get(key).vnode;
}

function toastList() {
  return h(
    "div",
    { key: "toasts", class: "toasts", role: "region", "aria-label": t("Notices") },
    ui.isOffline &&
      h(
        "div",
        { key: "offline", class: "toast", role: "alert" },
        t("The rehearsal doesn't answer. Is it still running? Trying again…"),
      ),
    ui.toasts.map((one) =>
      h(
        "div",
        { key: one.id, class: "toast", role: "alert", "data-testid": "toast" },
        h("span", null, one.text),
        h(
          "button",
          {
            type: "button",
            "data-testid": "toast-close",
            "aria-label": t("Close this notice"),
            onclick: () => dismiss(one.id),
          },
          "×",
        ),
      ),
    ),
  );
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (ui.panel) closePanel();
  else if (ui.isMenuOpen) (Object.assign(ui, { isMenuOpen: false }), render());
});

document.addEventListener("pointerdown", (event) => {
  const target = /** @type {Element} */ (event.target);
  for (const menu of document.querySelectorAll("details.menu[open]"))
    if (!menu.contains(target)) menu.removeAttribute("open");
  if (!ui.panel || target.closest("[data-panel]") || ui.panel.trigger?.contains(target)) return;
  ui.panel = null;
  render();
});

/** The clock goes on by the minute, without anything having happened. */
let minute = 0;
setInterval(() => {
  const shown = Math.floor(now() / 60000);
  if (shown !== minute) render({ isTyping: true });
  minute = shown;
}, 1000);

setLanguage(asked().get("lang"));
workspace.start();
