// Dialogs: the app's modals, the topmost of the stack, and the questions that stand before a risky click.

import { blocks } from "./blocks.js";
import { control, h } from "./dom.js";
import { problems } from "./forms.js";
import { plain, textObject } from "./mrkdwn.js";
import { t } from "./words.js";

function show(el) {
  el.showModal();
  const first =
    el.querySelector("[data-focus-on-load]") ||
    el.querySelector(".dialog-body :is(input, textarea, select, button):not(:disabled)");
  (first || el.querySelector("button"))?.focus();
}

export function modalDialog(app, ctx, modal, news) {
  const { view } = modal;
  const local = app.ui.localErrors[modal.id] || {};
  const errors = Object.keys(local).length ? local : modal.errors || {};
  const here = app.ui.at === "home" ? null : app.ui.at;
  const surface = {
    key: `modal ${modal.id}`,
    target: { view_id: modal.id },
    blocks: view.blocks,
    isModal: true,
    errors,
    here,
  };
  const isSending = app.ui.busy.has(surface.key);
  const close = () => app.act({ do: "close", view_id: modal.id });
  return h(
    "dialog",
    {
      key: surface.key,
      class: "dialog",
      mounted: show,
      "aria-labelledby": "modal-title",
      "data-testid": "modal",
      "data-view-id": modal.id,
      "data-callback-id": view.callback_id || null,
      oncancel: (event) => {
        event.preventDefault();
        close();
      },
    },
    h(
      "form",
      {
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          submit(app, modal, surface);
        },
      },
      h(
        "header",
        { class: "dialog-head" },
        h("h2", { id: "modal-title", "data-testid": "modal-title" }, plain(view.title)),
        app.state.modals.length > 1 &&
          h("span", { class: "small" }, t("{n} deep", { n: app.state.modals.length })),
        h("button", { type: "button", class: "button quiet", "aria-label": t("Close"), onclick: close }, "×"),
      ),
      h("div", { class: "dialog-body" }, blocks(surface, ctx)),
      h(
        "footer",
        { class: "dialog-foot" },
        h(
          "button",
          { type: "button", class: "button", "data-testid": "modal-close", onclick: close },
          plain(view.close) || t("Cancel"),
        ),
        view.submit &&
          h(
            "button",
            {
              class: "button primary",
              "data-testid": "modal-submit",
              "aria-busy": isSending ? "true" : null,
            },
            isSending ? t("Sending…") : plain(view.submit),
          ),
      ),
    ),
    news,
  );
}

async function submit(app, modal, surface) {
  if (!modal.view.submit || app.ui.busy.has(surface.key)) return;
  const found = problems(surface, app.forms);
  app.ui.localErrors[modal.id] = found;
  if (Object.keys(found).length === 0) {
    app.ui.busy.add(surface.key);
    app.render();
    await app.act({ do: "submit", view_id: modal.id, state: app.forms.state(surface) });
    app.ui.busy.delete(surface.key);
  }
  app.render();
  control("dialog[open] [aria-invalid]")?.focus();
}

/** `question` is Slack's confirm object, or plain strings of our own. */
export function confirmDialog(question, ctx, answer, news) {
  return h(
    "dialog",
    {
      key: "confirm",
      class: "dialog narrow",
      mounted: (el) => {
        el.showModal();
        el.querySelector('[data-testid="confirm-no"]').focus();
      },
      "aria-labelledby": "confirm-title",
      "data-testid": "confirm",
      oncancel: (event) => {
        event.preventDefault();
        answer(false);
      },
    },
    h(
      "header",
      { class: "dialog-head" },
      h("h2", { id: "confirm-title" }, plain(question.title) || t("Are you sure?")),
    ),
    h("div", { class: "dialog-body" }, h("p", null, textObject(question.text, ctx))),
    h(
      "footer",
      { class: "dialog-foot" },
      h(
        "button",
        { type: "button", class: "button", "data-testid": "confirm-no", onclick: () => answer(false) },
        plain(question.deny) || t("Cancel"),
      ),
      h(
        "button",
        {
          type: "button",
          class: `button ${question.style === "danger" ? "danger" : "primary"}`,
          "data-testid": "confirm-yes",
          onclick: () => answer(true),
        },
        plain(question.confirm) || t("Yes"),
      ),
    ),
    news,
  );
}
