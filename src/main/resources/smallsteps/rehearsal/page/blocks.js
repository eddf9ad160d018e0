// Block Kit: every block an app can send, as elements. What this page doesn't know is shown as a yellow box.

import { chart } from "./chart.js";
import { h } from "./dom.js";
import { element, imageBox } from "./elements.js";
import { blockIdOf } from "./forms.js";
import { markdown, plain, textObject } from "./mrkdwn.js";
import { fieldId } from "./place.js";
import { richText } from "./richtext.js";
import { table } from "./tables.js";
import { t } from "./words.js";

/** All blocks of a surface: {key, target, blocks, here, isModal, errors}. */
export function blocks(surface, ctx) {
  return h("div", { class: "blocks" }, list(surface.blocks || [], surface, ctx));
}

const list = (all, surface, ctx) =>
  all.map((block, at) => {
    const id = blockIdOf(block, at);
    const make = KINDS[block.type];
    const shown = (make && make(block, { ctx, surface, blockId: id })) || unknown(block);
    return h(
      "div",
      {
        key: id + block.type,
        class: `block block-${block.type}`,
        "data-block-id": id,
        "data-block-type": block.type,
      },
      shown,
    );
  });

const KINDS = {
  header: (block) => h("h3", null, plain(block.text)),
  divider: () => h("hr", null),
  section,
  context: (block, { ctx }) =>
    (block.elements || []).map((part) =>
      part.type === "image"
        ? imageBox(part, "icon")
        : h("span", { class: "context-part" }, textObject(part, ctx)),
    ),
  actions: (block, place) => (block.elements || []).map((part) => piece(part, place)),
  context_actions: (block, place) => (block.elements || []).map((part) => piece(part, place)),
  input,
  image: (block) =>
    h("figure", null, block.title && h("figcaption", null, plain(block.title)), imageBox(block, "large")),
  rich_text: (block, { ctx }) => richText(block, ctx),
  markdown: (block, { ctx }) => markdown(block.text || "", ctx),
  alert: (block, { ctx }) =>
    h(
      "div",
      { class: `alert ${block.level || "default"}`, role: "note" },
      h("span", { class: "alert-mark" }, ALERTS[block.level] || t("Note")),
      textObject(block.text, ctx),
    ),
  card,
  carousel: (block, place) =>
    h(
      "div",
      { class: "carousel", tabindex: "0", role: "group", "aria-label": t("Cards, scroll sideways") },
      (block.elements || []).map((one, at) =>
        h(
          "div",
          { key: one.block_id || at, class: "block-card" },
          card(one, { ...place, blockId: one.block_id || place.blockId }),
        ),
      ),
    ),
  table,
  data_table: table,
  data_visualization: (block) => chart(block),
  container,
  video: (block) =>
    box(t("Video"), block.title, [
      block.description && h("p", null, plain(block.description)),
      h("p", null, block.alt_text || ""),
      h("small", null, block.video_url || ""),
    ]),
  file: (block) => box(t("File"), block.external_id, h("small", null, block.source || "")),
  call: (block) => box(t("Call"), block.call_id || block.call?.v1?.name, null),
};

const ALERTS = { info: t("Info"), warning: t("Warning"), error: t("Error"), success: t("Done") };

const box = (kind, title, kids) =>
  h("div", { class: "titled-box" }, h("strong", null, `${kind}: `, plain(title || "untitled")), kids);

export const unknown = (thing) =>
  h(
    "div",
    { class: "unknown", role: "note", "data-testid": "unknown-block" },
    h("strong", null, t("This page doesn't know “{type}”", { type: thing.type })),
    h("pre", null, JSON.stringify(thing, null, 2)),
  );

const piece = (part, place) => element(part, place) ?? unknown(part);

function section(block, place) {
  const { ctx } = place;
  const labelId = block.text && fieldId(place, { action_id: "text" });
  return [
    h(
      "div",
      { class: "section-main" },
      block.text && h("div", { class: "section-text", id: labelId }, textObject(block.text, ctx)),
      block.fields &&
        h(
          "div",
          { class: "fields" },
          block.fields.map((field) => h("div", null, textObject(field, ctx))),
        ),
    ),
    block.accessory && h("div", { class: "accessory" }, piece(block.accessory, { ...place, labelId })),
  ];
}

function input(block, place) {
  const error = place.surface.errors?.[place.blockId];
  const part = block.element || {};
  const id = fieldId(place, part);
  const inside = {
    ...place,
    input: block,
    invalid: Boolean(error),
    labelId: `${id}_label`,
    describedBy: [error && `${id}_error`, block.hint && `${id}_hint`].filter(Boolean).join(" "),
  };
  const isGroup = part.type === "radio_buttons" || part.type === "checkboxes";
  return [
    h(
      isGroup ? "span" : "label",
      { class: "label", id: `${id}_label`, for: isGroup ? null : id },
      plain(block.label),
      block.optional && h("small", null, t(" (optional)")),
    ),
    piece(part, inside),
    error && h("p", { class: "field-error", id: `${id}_error`, "data-testid": "field-error" }, plain(error)),
    block.hint && h("p", { class: "hint", id: `${id}_hint` }, plain(block.hint)),
  ];
}

function card(block, place) {
  const { ctx } = place;
  return h(
    "div",
    { class: "card" },
    block.hero_image && imageBox(block.hero_image, "hero"),
    h(
      "div",
      { class: "card-head" },
      block.icon && imageBox(block.icon, "icon"),
      h(
        "div",
        null,
        block.title && h("div", { class: "card-title" }, textObject(block.title, ctx)),
        block.subtitle && h("div", { class: "card-subtitle" }, textObject(block.subtitle, ctx)),
      ),
    ),
    block.body && h("div", { class: "card-body" }, textObject(block.body, ctx)),
    block.actions &&
      h(
        "div",
        { class: "card-actions" },
        block.actions.map((part) => piece(part, place)),
      ),
  );
}

function container(block, { ctx, surface }) {
  const head = [
    block.icon && imageBox(block.icon, "icon"),
    block.rich_text_title ? richText(block.rich_text_title, ctx) : h("strong", null, plain(block.title)),
    block.subtitle && h("small", null, textObject(block.subtitle, ctx)),
  ];
  const inside = h("div", { class: "container-body" }, list(block.child_blocks || [], surface, ctx));
  if (!block.is_collapsible)
    return h("div", { class: "container" }, h("div", { class: "container-head" }, head), inside);
  return h(
    "details",
    { class: "container", once: { open: !block.default_collapsed } },
    h("summary", { class: "container-head" }, head),
    inside,
  );
}
