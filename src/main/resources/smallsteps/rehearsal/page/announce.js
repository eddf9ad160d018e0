// Tells of what is new: new messages to screen readers, new notices as toasts, unread channels by name.

import { t } from "./words.js";

const keyOf = (message) => message.ts + (message.ephemeral ? "e" : "");

/** The text of the polite live region. */
export class Announcer {
  text = "";
}

export function announce(app, before) {
  const { state, ui } = app;
  const isFirst = !before || before.as !== state.as;
  markRead(app, isFirst);
  if (isFirst) return;
  const told = new Set(before.notices.map((one) => one.id));
  for (const notice of state.notices) if (!told.has(notice.id)) app.toast(notice.text);
  const known = new Set((before.messages[ui.at] || []).map(keyOf));
  const fresh = (state.messages[ui.at] || []).filter((one) => !known.has(keyOf(one)));
  if (fresh.some((one) => one.user === state.as || one.ephemeral)) ui.stick = true;
  const name = (id) => state.people.find((one) => one.id === id)?.name || state.app.name;
  const heard = fresh
    .filter((one) => one.user !== state.as)
    .map((one) => `${name(one.user)}${one.ephemeral ? t(", only visible to you") : ""}: ${one.text || ""}`);
  if (heard.length) app.announcer.text = heard.join(". ");
}

/** What was there when one came is read; so is all that shows up in the open channel. */
function markRead({ state, ui }, isFirst) {
  for (const channel of state.channels) {
    const key = state.as + channel.id;
    const newest = (state.messages[channel.id] || []).at(-1)?.ts || "0";
    if (channel.id === ui.at || (isFirst && !(key in ui.read))) ui.read[key] = newest;
  }
}

export function isUnread({ state, ui }, channel) {
  const seen = ui.read[state.as + channel.id] || "0";
  const isTop = (one) =>
    !one.thread_ts || one.thread_ts === one.ts || one.subtype === "thread_broadcast" || one.ephemeral;
  return (
    channel.id !== ui.at &&
    (state.messages[channel.id] || []).some((one) => one.ts > seen && one.user !== state.as && isTop(one))
  );
}
