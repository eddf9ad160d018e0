// What opens over the page, such as a menu: in the browser's top layer, where nothing can lie above it and no
// list cuts it off, beside what opened it.

const GAP = 6;

/** Shows it and gives the focus to its first control: `mounted` for a panel. */
export function reveal(el) {
  show(el);
  el.querySelector("button, input")?.focus({ preventScroll: true });
}

/** The same for a list that one chooses from while one goes on typing. */
export function show(el) {
  el.popover = "manual";
  el.showPopover();
  put(el);
}

export function hide(el) {
  el.popover = null;
}

/** They go along with what they belong to, also when the page was drawn anew around them. */
export function keepInPlace() {
  for (const el of document.querySelectorAll("[popover]")) {
    if (!el.matches(":popover-open")) /** @type {HTMLElement} */ (el).showPopover();
    put(el);
  }
}

/** Under what it belongs to where there is room, else above it; within the window in any case. */
function put(el) {
  const anchor = el.parentElement.getBoundingClientRect();
  if (el.matches("[role=listbox]")) el.style.setProperty("width", anchor.width + "px");
  const { width, height } = el.getBoundingClientRect();
  const below = anchor.bottom + GAP;
  const top = below + height > innerHeight ? anchor.top - GAP - height : below;
  const left = "start" in el.dataset ? anchor.left : anchor.right - width;
  el.style.setProperty("top", within(top, innerHeight - height) + "px");
  el.style.setProperty("left", within(left, innerWidth - width) + "px");
}

const within = (wanted, most) => Math.max(GAP, Math.min(wanted, most - GAP));

addEventListener("scroll", keepInPlace, { capture: true, passive: true });
addEventListener("resize", keepInPlace);
