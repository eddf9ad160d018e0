// Choosing an emoji to react with: the common ones, thumbs and claps in all skin tones, or any name.

import { h } from "./dom.js";
import { COMMON, EMOJI, TONED, unicodeOf } from "./emoji.js";
import { reveal } from "./panel.js";
import { t } from "./words.js";

const one = (name, pick) =>
  h(
    "button",
    {
      key: name,
      type: "button",
      "data-testid": "emoji",
      "data-emoji": name,
      title: `:${name}:`,
      "aria-label": name.replace(/_/g, " ").replace("::", ", ").replaceAll("-", " "),
      onclick: () => pick(name),
    },
    unicodeOf(name),
  );

export function emojiPicker(pick) {
  return h(
    "form",
    {
      class: "panel emoji-panel",
      "data-panel": true,
      "data-testid": "emoji-picker",
      "aria-label": t("Choose a reaction"),
      mounted: reveal,
      onsubmit: (event) => {
        event.preventDefault();
        const name = String(new FormData(event.target).get("name"))
          .trim()
          .replace(/^:|:$/g, "")
          .toLowerCase();
        if (name) pick(name);
      },
    },
    h(
      "div",
      { class: "emoji-grid" },
      COMMON.map((name) => one(name, pick)),
    ),
    TONED.map((base) =>
      h(
        "div",
        { class: "emoji-grid tones", key: base },
        [base, ...[2, 3, 4, 5, 6].map((tone) => `${base}::skin-tone-${tone}`)].map((name) => one(name, pick)),
      ),
    ),
    h(
      "div",
      { class: "row" },
      h("input", {
        name: "name",
        "data-testid": "emoji-name",
        "aria-label": t("Emoji by name"),
        placeholder: t("or a name, like books"),
        list: "emoji-names",
        autocomplete: "off",
      }),
      h("button", { class: "button", "data-testid": "emoji-add" }, t("Add")),
    ),
    h(
      "datalist",
      { id: "emoji-names" },
      [...EMOJI.keys()].map((name) => h("option", { value: name })),
    ),
  );
}
