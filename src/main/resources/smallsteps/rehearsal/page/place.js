// Where an element stands, and what all elements do there. A place is {ctx, surface, blockId, input, labelId,
// describedBy, invalid}; `input` is the input block around it, if any.

import { plain } from "./mrkdwn.js";

/** A message shown in its channel and in its thread shares what was chosen, but no ids. */
export const fieldId = (place, element) =>
  "f_" +
  [place.surface.pane || "", place.surface.key, place.blockId, element.action_id]
    .join("_")
    .replace(/[^\w-]/g, "_");

/** Attributes every element carries: hooks for tests, words for screen readers. */
export function hooks(element, place) {
  return {
    id: fieldId(place, element),
    "data-action-id": element.action_id,
    "data-type": element.type,
    "aria-describedby": place.describedBy || null,
    "aria-invalid": place.invalid ? "true" : null,
    "aria-required": place.input && !place.input.optional ? "true" : null,
    ...nameFor(element, place),
    "data-focus-on-load": element.focus_on_load || null,
  };
}

/** An input block's label names its element; elsewhere the section's text or the placeholder has to. */
function nameFor(element, place) {
  if (place.input) return {};
  const label = element.accessibility_label || plain(element.placeholder);
  if (label || element.text || element.type === "overflow") return { "aria-label": label || null };
  return place.labelId ? { "aria-labelledby": place.labelId } : { "aria-label": element.action_id };
}

export const dispatches = (place) => !place.input || place.input.dispatch_action === true;

/** A person changed the element: ask if it wants asking, keep it, and tell the app if it wants to hear. */
export async function change(element, place, value) {
  const { ctx, surface, blockId } = place;
  if (dispatches(place) && element.confirm && !(await ctx.confirm(element.confirm))) return ctx.render();
  ctx.forms.write(surface, blockId, element, value);
  ctx.render();
  if (dispatches(place)) await ctx.action(place, element, { type: element.type, ...value });
}

export const read = (element, place) => place.ctx.forms.read(place.surface, place.blockId, element);
