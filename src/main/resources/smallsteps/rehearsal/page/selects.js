// The choosing elements: one of a list, many of a list, and lists that the app fills while one types.

import { h } from "./dom.js";
import { plain } from "./mrkdwn.js";
import { show } from "./panel.js";
import { change, fieldId, hooks } from "./place.js";
import { t } from "./words.js";

const FIELDS = {
  users: "user",
  channels: "channel",
  conversations: "conversation",
  static: "option",
  external: "option",
};

const kindOf = (element) => FIELDS[element.type.replace(/^multi_|_select$/g, "")];
const oneField = (element) => "selected_" + kindOf(element);
const manyField = (element) => "selected_" + kindOf(element) + "s";

/** Everything that may be chosen: groups of {value, label, held}, where `held` is what Slack would store. */
function groupsOf(element, ctx) {
  const kind = kindOf(element);
  if (kind === "user")
    return [{ options: ctx.people.map((one) => ({ value: one.id, label: one.name, held: one.id })) }];
  if (kind !== "option")
    return [
      {
        options: channelsFor(element, ctx).map((one) => ({
          value: one.id,
          label: (one.is_im ? "" : one.is_private ? "🔒 " : "# ") + one.name,
          held: one.id,
        })),
      },
    ];
  const options = (list) =>
    (list || []).map((option) => ({ value: option.value, label: plain(option.text), held: option }));
  if (element.option_groups)
    return element.option_groups.map((group) => ({
      label: plain(group.label),
      options: options(group.options),
    }));
  return [{ options: options(element.options) }];
}

function channelsFor(element, ctx) {
  const include = element.filter?.include;
  return ctx.channels.filter((one) => {
    if (one.is_archived || (one.is_private && !one.is_member)) return false;
    if (element.type.includes("channels")) return !one.is_private && !one.is_im;
    return !include || include.includes(one.is_im ? "im" : one.is_private ? "private" : "public");
  });
}

const listed = (groups, skip = []) =>
  groups.map((group) => {
    const options = group.options
      .filter((one) => !skip.includes(one.value))
      .map((one) => h("option", { key: one.value, value: one.value }, one.label));
    return group.label ? h("optgroup", { key: group.label, label: group.label }, options) : options;
  });

const find = (groups, value) => groups.flatMap((group) => group.options).find((one) => one.value === value);

export function select(element, place) {
  const groups = groupsOf(element, place.ctx);
  const held = place.ctx.forms.read(place.surface, place.blockId, element)[oneField(element)];
  const value = held?.value ?? held ?? "";
  const gone = value !== "" && !find(groups, value);
  return h(
    "select",
    {
      ...hooks(element, place),
      class: "select",
      value,
      onchange: (event) =>
        change(element, place, { [oneField(element)]: find(groups, event.target.value)?.held ?? null }),
    },
    h(
      "option",
      { key: "", value: "", hidden: !place.input?.optional && value !== "" },
      plain(element.placeholder) || t("Choose…"),
    ),
    gone && h("option", { key: value, value }, held.text ? plain(held.text) : place.ctx.channelName(value)),
    listed(groups),
  );
}

export function multiSelect(element, place) {
  const { ctx } = place;
  const field = manyField(element);
  const chosen = ctx.forms.read(place.surface, place.blockId, element)[field];
  const groups = groupsOf(element, ctx);
  const valueOf = (held) => held.value ?? held;
  const label = (held) => (held.text ? plain(held.text) : find(groups, held)?.label || held);
  const put = (list) => change(element, place, { [field]: list });
  const add = (held) => put([...chosen.filter((one) => valueOf(one) !== valueOf(held)), held]);
  const isFull = element.max_selected_items && chosen.length >= element.max_selected_items;
  const chips = chosen.map((held) =>
    h(
      "button",
      {
        key: valueOf(held),
        type: "button",
        class: "chip",
        "data-value": valueOf(held),
        "aria-label": t("Remove {what}", { what: label(held) }),
        onclick: () => put(chosen.filter((one) => one !== held)),
      },
      label(held),
      h("span", { "aria-hidden": "true" }, " ×"),
    ),
  );
  return h(
    "span",
    { class: "multi" },
    chips,
    element.type === "multi_external_select"
      ? search(element, place, add, "")
      : h(
          "select",
          {
            ...hooks(element, place),
            class: "select",
            value: "",
            disabled: Boolean(isFull),
            onchange: (event) => event.target.value && add(find(groups, event.target.value).held),
          },
          h(
            "option",
            { key: "", value: "" },
            isFull ? t("No more can be added") : plain(element.placeholder) || t("Add…"),
          ),
          listed(groups, chosen.map(valueOf)),
        ),
  );
}

export function combobox(element, place) {
  const held = place.ctx.forms.read(place.surface, place.blockId, element).selected_option;
  return search(
    element,
    place,
    (option) => change(element, place, { selected_option: option }),
    held ? plain(held.text) : "",
  );
}

/** A field that asks the app (block_suggestion) for what to offer. */
function search(element, place, choose, shown) {
  const { ctx } = place;
  const id = fieldId(place, element);
  const box = ctx.local(id, () => ({ query: null, groups: [], active: 0, asked: 0, note: "" }));
  const options = box.groups.flatMap((group) => group.options);
  const isOpen = box.query !== null && (options.length > 0 || box.note !== "");
  const close = () => {
    Object.assign(box, { query: null, groups: [], active: 0, note: "", asked: box.asked + 1 });
    ctx.render();
  };
  const take = (option) => {
    close();
    choose(option);
  };
  const ask = (query) => {
    box.query = query;
    ctx.render();
    if (query.length < (element.min_query_length ?? 3)) return Object.assign(box, { groups: [], note: "" });
    const mine = ++box.asked;
    return ctx.later(id, async () => {
      const answer = await ctx.options(place, element, query);
      if (mine !== box.asked) return;
      const groups = answer.option_groups?.length
        ? answer.option_groups
        : [{ options: answer.options || [] }];
      const isNone = groups.every((group) => group.options.length === 0);
      Object.assign(box, { groups, active: 0, note: isNone ? answer.error || t("Nothing found") : "" });
      ctx.render();
    });
  };
  const keys = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) box.active = (box.active + step + options.length) % options.length;
    else if (event.key === "Enter" && box.query !== null) options[box.active] && take(options[box.active]);
    else if (event.key === "Escape" && isOpen) close();
    else return;
    event.preventDefault();
    ctx.render();
  };
  let at = 0;
  return h(
    "span",
    { class: "combo", key: id },
    h("input", {
      ...hooks(element, place),
      class: "text-input",
      type: "text",
      role: "combobox",
      autocomplete: "off",
      "aria-expanded": String(isOpen),
      "aria-controls": id + "_list",
      "aria-autocomplete": "list",
      "aria-activedescendant": isOpen && options.length ? `${id}_${box.active}` : null,
      placeholder: plain(element.placeholder) || t("Type to search…"),
      value: box.query ?? shown,
      oninput: (event) => ask(event.target.value),
      onfocus: (event) =>
        element.min_query_length === 0 && ask(event.target.value === shown ? "" : event.target.value),
      onblur: close,
      onkeydown: keys,
    }),
    isOpen &&
      h(
        "ul",
        {
          class: "suggestions",
          role: "listbox",
          id: id + "_list",
          "data-testid": "options",
          mounted: show,
        },
        box.note && h("li", { class: "note" }, box.note),
        box.groups.map((group) => [
          group.label && h("li", { class: "note" }, plain(group.label)),
          group.options.map((option) => {
            const mine = at++;
            return h(
              "li",
              {
                id: `${id}_${mine}`,
                role: "option",
                "aria-selected": String(mine === box.active),
                "data-value": option.value,
                onmousedown: (event) => event.preventDefault(),
                onclick: () => take(option),
              },
              plain(option.text),
              option.description && h("small", null, plain(option.description)),
            );
          }),
        ]),
      ),
  );
}
