// Block Kit's fields: ticking, picking a time, writing. Choosing from lists is in selects.js.

import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { plain, textObject } from "./mrkdwn.js";
import { change, dispatches, fieldId, hooks, read } from "./place.js";
import { epochOf, wallClock } from "./times.js";

export function choices(element, place, kind) {
  const isMany = kind === "checkbox";
  const value = read(element, place);
  const chosen = isMany
    ? value.selected_options.map((option) => option.value)
    : [value.selected_option?.value];
  const { id, ...rest } = hooks(element, place);
  const pick = (option, isOn) => {
    if (!isMany) return change(element, place, { selected_option: option });
    const wanted = element.options.filter((other) =>
      other.value === option.value ? isOn : chosen.includes(other.value),
    );
    return change(element, place, { selected_options: wanted });
  };
  return h(
    "div",
    {
      ...rest,
      id,
      class: "choices",
      role: isMany ? "group" : "radiogroup",
      ...(place.labelId && { "aria-labelledby": place.labelId }),
    },
    (element.options || []).map((option, at) =>
      h(
        "label",
        { class: "choice", key: option.value },
        h("input", {
          type: kind,
          name: id,
          id: `${id}_${at}`,
          "data-value": option.value,
          checked: chosen.includes(option.value),
          onchange: (event) => pick(option, event.target.checked),
        }),
        h(
          "span",
          null,
          textObject(option.text, place.ctx),
          option.description && h("small", null, textObject(option.description, place.ctx)),
        ),
      ),
    ),
  );
}

export function picker(element, place, type, field) {
  const value = read(element, place)[field] || "";
  return h(
    "span",
    { class: "picker" },
    h("input", {
      ...hooks(element, place),
      type,
      value,
      onchange: (event) => change(element, place, { [field]: event.target.value || null }),
    }),
    element.timezone && h("small", null, element.timezone),
  );
}

export function dateTime(element, place) {
  const { ctx } = place;
  const epoch = read(element, place).selected_date_time;
  return h(
    "span",
    { class: "picker" },
    h("input", {
      ...hooks(element, place),
      type: "datetime-local",
      value: epoch ? wallClock(epoch, ctx.me) : "",
      onchange: (event) =>
        change(element, place, {
          selected_date_time: event.target.value ? epochOf(event.target.value, ctx.me) : null,
        }),
    }),
    h("small", null, ctx.me.tz),
  );
}

const INPUT_TYPES = { email_text_input: "email", url_text_input: "url", number_input: "text" };

export function textInput(element, place) {
  const value = read(element, place).value || "";
  const isLong = element.multiline === true;
  const when = element.dispatch_action_config?.trigger_actions_on || ["on_enter_pressed"];
  const send = (text) => change(element, place, { value: text || null });
  const props = {
    ...hooks(element, place),
    class: "text-input",
    value,
    placeholder: plain(element.placeholder) || null,
    maxlength: element.max_length || null,
    inputmode: element.type === "number_input" ? "decimal" : null,
    oninput: (event) => {
      const text = event.target.value;
      place.ctx.forms.write(place.surface, place.blockId, element, { value: text || null });
      if (dispatches(place) && when.includes("on_character_entered"))
        place.ctx.later(fieldId(place, element), () => send(text));
      place.ctx.render({ isTyping: place.surface.isModal });
    },
    onkeydown: (event) => {
      if (event.key !== "Enter" || isLong || !dispatches(place) || event.isComposing) return;
      event.preventDefault();
      if (when.includes("on_enter_pressed")) send(event.target.value);
    },
  };
  const field = isLong
    ? h("textarea", { ...props, rows: 4 })
    : h("input", { ...props, type: INPUT_TYPES[element.type] || "text" });
  const isNearFull = element.max_length && value.length > element.max_length * 0.8;
  return h(
    "span",
    { class: "text-field" },
    field,
    isNearFull && h("small", { class: "count" }, `${value.length} / ${element.max_length}`),
  );
}

/** Slack's editor makes rich_text; here a plain text area does, a section with what was written. */
export function richInput(element, place) {
  const { ctx, surface, blockId } = place;
  const kept = read(element, place).rich_text_value;
  const text = (kept?.elements || [])
    .flatMap((part) => part.elements || [])
    .map((leaf) => leaf.text || "")
    .join("");
  return h("textarea", {
    ...hooks(element, place),
    class: "text-input",
    rows: element.min_lines || 4,
    value: text,
    placeholder: withEmoji(plain(element.placeholder)) || null,
    oninput: (event) => {
      ctx.forms.write(surface, blockId, element, { rich_text_value: richOf(event.target.value) });
      ctx.render({ isTyping: surface.isModal });
    },
  });
}

const richOf = (text) =>
  text
    ? { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] }
    : null;
