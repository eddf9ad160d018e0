// What a person has written and not yet sent outlives a reload: it is kept by this tab, for this rehearsal alone.

const KEY = "rehearsal";

/** What was kept of the rehearsal with this id, or nothing. */
export function recall(id) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) || "{}");
    return kept.id === id ? kept : {};
  } catch {
    return {};
  }
}

export function keep(kept) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing loses it at a reload, and only then.
  }
}
