// What a person has filled in but not yet sent, by surface (a message, a modal, the Home), block and action.
// Kept here and not in the page's elements, so that a new /state never wipes it.

import { t } from "./words.js";

const INITIAL = {
  plain_text_input: (e) => ({ value: e.initial_value ?? null }),
  email_text_input: (e) => ({ value: e.initial_value ?? null }),
  url_text_input: (e) => ({ value: e.initial_value ?? null }),
  number_input: (e) => ({ value: e.initial_value ?? null }),
  rich_text_input: (e) => ({ rich_text_value: e.initial_value ?? null }),
  static_select: (e) => ({ selected_option: e.initial_option ?? null }),
  external_select: (e) => ({ selected_option: e.initial_option ?? null }),
  radio_buttons: (e) => ({ selected_option: e.initial_option ?? null }),
  checkboxes: (e) => ({ selected_options: e.initial_options ?? [] }),
  multi_static_select: (e) => ({ selected_options: e.initial_options ?? [] }),
  multi_external_select: (e) => ({ selected_options: e.initial_options ?? [] }),
  users_select: (e) => ({ selected_user: e.initial_user ?? null }),
  multi_users_select: (e) => ({ selected_users: e.initial_users ?? [] }),
  channels_select: (e) => ({ selected_channel: e.initial_channel ?? null }),
  multi_channels_select: (e) => ({ selected_channels: e.initial_channels ?? [] }),
  conversations_select: (e, here) => ({
    selected_conversation: e.initial_conversation ?? (e.default_to_current_conversation ? here : null),
  }),
  multi_conversations_select: (e, here) => ({
    selected_conversations:
      e.initial_conversations ?? (e.default_to_current_conversation && here ? [here] : []),
  }),
  datepicker: (e) => ({ selected_date: e.initial_date ?? null }),
  timepicker: (e) => ({ selected_time: e.initial_time ?? null }),
  datetimepicker: (e) => ({ selected_date_time: e.initial_date_time ?? null }),
  file_input: () => ({ files: [] }),
};

export const blockIdOf = (block, at) => block.block_id || `block-${at}`;

/** Every element of a surface that can hold a value: [block id, element, the input block around it or null]. */
export function fieldsOf(blocks) {
  const found = [];
  (blocks || []).forEach((block, at) => {
    const id = blockIdOf(block, at);
    const inside = [block.accessory, block.element, ...(block.elements || []), ...(block.actions || [])];
    for (const element of inside) {
      if (element && INITIAL[element.type]) found.push([id, element, block.type === "input" ? block : null]);
    }
    if (block.child_blocks) found.push(...fieldsOf(block.child_blocks));
  });
  return found;
}

export class Forms {
  #surfaces = new Map();

  /** The element's state in Slack's shape, without its type. */
  read(surface, blockId, element) {
    const entry = this.#entry(surface, blockId, element);
    return entry.value;
  }

  write(surface, blockId, element, value) {
    this.#entry(surface, blockId, element).value = value;
  }

  /** All of a surface as in view.state.values. */
  state(surface) {
    const values = {};
    for (const [blockId, element] of fieldsOf(surface.blocks)) {
      values[blockId] ??= {};
      values[blockId][element.action_id] = { type: element.type, ...this.read(surface, blockId, element) };
    }
    return values;
  }

  /** Forgets the surfaces that `stays` says no to: a closed modal starts afresh. */
  sweep(stays) {
    for (const key of this.#surfaces.keys()) if (!stays(key)) this.#surfaces.delete(key);
  }

  /** All that is filled in, as JSON can hold it, and the way back. */
  all() {
    return [...this.#surfaces].map(([key, fields]) => [key, [...fields]]);
  }

  restore(all) {
    this.#surfaces = new Map(all.map(([key, fields]) => [key, new Map(fields)]));
  }

  #entry(surface, blockId, element) {
    if (!this.#surfaces.has(surface.key)) this.#surfaces.set(surface.key, new Map());
    const fields = this.#surfaces.get(surface.key);
    const key = `${blockId}\n${element.action_id}\n${element.type}`;
    const initial = INITIAL[element.type](element, surface.here);
    const was = fields.get(key);
    // A modal keeps what was typed through views.update, as Slack does; a message or the Home sent anew
    // with another initial value shows that value.
    const isFresh = !was || (!surface.isModal && was.born !== JSON.stringify(initial));
    if (isFresh) fields.set(key, { born: JSON.stringify(initial), value: initial });
    return fields.get(key);
  }
}

const isEmpty = (value) => {
  const held = Object.values(value)[0];
  return held === null || held === undefined || held === "" || (Array.isArray(held) && held.length === 0);
};

/** What Slack itself refuses before the app hears of it: {block_id: sentence}. */
export function problems(surface, forms) {
  const found = {};
  for (const [blockId, element, input] of fieldsOf(surface.blocks)) {
    if (!input || element.type === "file_input") continue;
    const value = forms.read(surface, blockId, element);
    if (isEmpty(value)) {
      if (!input.optional) found[blockId] = t("Please complete this required field.");
      continue;
    }
    const wrong = mistake(element, value);
    if (wrong) found[blockId] = wrong;
  }
  return found;
}

function mistake(element, { value }) {
  if (typeof value !== "string") return null;
  if (element.min_length && value.length < element.min_length)
    return t("Please write at least {n} characters.", { n: element.min_length });
  if (element.max_length && value.length > element.max_length)
    return t("Please write at most {n} characters.", { n: element.max_length });
  if (element.type === "email_text_input" && !/^\S+@\S+\.\S+$/.test(value))
    return t("Please enter a valid email address.");
  if (element.type === "url_text_input" && !/^https?:\/\/\S+$/.test(value))
    return t("Please enter a valid URL.");
  return element.type === "number_input" ? numberMistake(element, value) : null;
}

function numberMistake(element, value) {
  const pattern = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!pattern.test(value))
    return element.is_decimal_allowed ? t("Please enter a number.") : t("Please enter a whole number.");
  if (element.min_value != null && Number(value) < Number(element.min_value))
    return t("Please enter {n} or more.", { n: element.min_value });
  if (element.max_value != null && Number(value) > Number(element.max_value))
    return t("Please enter {n} or less.", { n: element.max_value });
  return null;
}
