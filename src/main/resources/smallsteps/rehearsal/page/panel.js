// A panel that opens by a message or the composer, and comes into view.

/** A panel that its list would cut off opens upwards; then the focus goes to its first control. */
export function reveal(el) {
  const list = el.closest(".scroll");
  const isLow = list && el.getBoundingClientRect().bottom > list.getBoundingClientRect().bottom;
  if (isLow) el.classList.add("up");
  el.scrollIntoView({ block: "nearest" });
  el.querySelector("button, input")?.focus({ preventScroll: true });
}
