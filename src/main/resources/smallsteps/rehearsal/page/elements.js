// Block Kit's interactive elements, each by its type: what is pressed is here, what is filled in is in fields.js
// and selects.js.

import { h } from "./dom.js";
import { unicodeOf } from "./emoji.js";
import { choices, dateTime, picker, richInput, textInput } from "./fields.js";
import { plain } from "./mrkdwn.js";
import { hide, show } from "./panel.js";
import { hooks } from "./place.js";
import { combobox, multiSelect, select } from "./selects.js";
import { t } from "./words.js";

async function press(element, place, value) {
  if (element.confirm && !(await place.ctx.confirm(element.confirm))) return;
  await place.ctx.action(place, element, value ?? element.value);
}

const KINDS = {
  button,
  workflow_button: (element) =>
    h(
      "button",
      { type: "button", class: "button", disabled: true, title: t("Workflows don't run here") },
      plain(element.text),
    ),
  icon_button: iconButton,
  feedback_buttons: feedback,
  overflow,
  image: (element) => imageBox(element, "thumb"),
  static_select: select,
  users_select: select,
  channels_select: select,
  conversations_select: select,
  external_select: combobox,
  multi_static_select: multiSelect,
  multi_users_select: multiSelect,
  multi_channels_select: multiSelect,
  multi_conversations_select: multiSelect,
  multi_external_select: multiSelect,
  radio_buttons: (element, place) => choices(element, place, "radio"),
  checkboxes: (element, place) => choices(element, place, "checkbox"),
  datepicker: (element, place) => picker(element, place, "date", "selected_date"),
  timepicker: (element, place) => picker(element, place, "time", "selected_time"),
  datetimepicker: dateTime,
  plain_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: textInput,
  rich_text_input: richInput,
  file_input: (element, place) =>
    h("input", {
      ...hooks(element, place),
      type: "file",
      disabled: true,
      title: t("Files aren't sent in the rehearsal"),
    }),
};

/** The element, or null where this page doesn't know its type. */
export function element(element, place) {
  const make = KINDS[element.type];
  return make ? make(element, place) : null;
}

/** Nothing is fetched from elsewhere: an image is shown as what its alt text says. */
export function imageBox(image, size) {
  const url = image.image_url || image.slack_file?.url || image.slack_file?.id || "";
  return h(
    "span",
    {
      class: `image ${size}`,
      role: "img",
      "aria-label": image.alt_text || t("image without alt text"),
      title: url,
    },
    h("span", { class: "image-mark", "aria-hidden": "true" }, "▧"),
    size === "icon" ? null : h("span", null, image.alt_text || "(no alt text)"),
  );
}

function button(element, place) {
  const isBusy = place.ctx.isBusy(place, element);
  const props = {
    ...hooks(element, place),
    class: `button ${element.style || ""}${isBusy ? " busy" : ""}`,
    "aria-busy": isBusy ? "true" : null,
    "data-value": element.value || null,
    onclick: () => press(element, place),
  };
  if (!/^https?:/.test(element.url || ""))
    return h("button", { ...props, type: "button" }, plain(element.text));
  return h(
    "a",
    { ...props, href: element.url, target: "_blank", rel: "noopener noreferrer" },
    plain(element.text),
    " ↗",
  );
}

const ICONS = { trash: "wastebasket" };

function iconButton(element, place) {
  const who = element.visible_to_user_ids;
  if (who && who.length && !who.includes(place.ctx.me.id)) return "";
  const icon = unicodeOf(ICONS[element.icon] || element.icon) || "◇";
  return h(
    "button",
    { ...hooks(element, place), type: "button", class: "button quiet", onclick: () => press(element, place) },
    h("span", { "aria-hidden": "true" }, icon),
    " ",
    plain(element.text),
  );
}

function feedback(element, place) {
  const one = (kind, sign) => {
    const choice = element[`${kind}_button`] || { text: kind };
    return h(
      "button",
      {
        ...hooks(element, place),
        id: null,
        type: "button",
        class: "button quiet",
        "data-value": choice.value,
        "aria-label": choice.accessibility_label || plain(choice.text),
        onclick: () => press(element, place, { type: element.type, value: choice.value, text: choice.text }),
      },
      h("span", { "aria-hidden": "true" }, sign),
      " ",
      plain(choice.text),
    );
  };
  return h("span", { class: "feedback", role: "group" }, one("positive", "👍"), one("negative", "👎"));
}

function overflow(element, place) {
  const choose = (option) => press(element, place, { type: element.type, selected_option: option });
  return h(
    "details",
    { class: "menu", key: element.action_id, onfocusout: closeWhenLeft, ontoggle: opened },
    h(
      "summary",
      { ...hooks(element, place), "aria-label": element.accessibility_label || t("More actions") },
      "⋯",
    ),
    h(
      "ul",
      { class: "menu-list" },
      (element.options || []).map((option) =>
        h(
          "li",
          { key: option.value },
          h(
            "button",
            {
              type: "button",
              "data-value": option.value,
              onclick: (event) => {
                event.currentTarget.closest("details").open = false;
                choose(option);
              },
            },
            plain(option.text),
            option.url ? " ↗" : null,
            option.description && h("small", null, plain(option.description)),
          ),
        ),
      ),
    ),
  );
}

const opened = ({ target }) => (target.open ? show : hide)(target.querySelector(".menu-list"));

function closeWhenLeft(event) {
  if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget))
    event.currentTarget.open = false;
}
