// table and data_table: cells of raw text, numbers or rich text; the latter pages and sorts.

import { h } from "./dom.js";
import { richText } from "./richtext.js";
import { t } from "./words.js";

export function table(block, { ctx, surface, blockId }) {
  const rows = block.rows || [];
  if (block.type === "table") return frame(block, rows[0] || [], rows.slice(1), 0, ctx);
  const [head = [], ...body] = rows;
  const size = block.page_size || 5;
  const look = ctx.local(`${surface.key} ${blockId} table`, () => ({ page: 0, by: null, isDown: false }));
  const sorted =
    look.by === null
      ? body
      : [...body].sort((a, b) => compare(a[look.by], b[look.by]) * (look.isDown ? -1 : 1));
  const pages = Math.max(1, Math.ceil(sorted.length / size));
  const page = Math.min(look.page, pages - 1);
  const sort = (by) => {
    Object.assign(look, { by, isDown: look.by === by && !look.isDown, page: 0 });
    ctx.render();
  };
  const turn = (by) => {
    look.page = page + by;
    ctx.render();
  };
  return [
    frame(
      block,
      head,
      sorted.slice(page * size, (page + 1) * size),
      block.row_header_column_index || 0,
      ctx,
      { look, sort },
    ),
    pages > 1 &&
      h(
        "div",
        { class: "pages" },
        h(
          "button",
          { type: "button", class: "button quiet", disabled: page === 0, onclick: () => turn(-1) },
          t("Previous"),
        ),
        h("span", null, t("Page {page} of {pages}", { page: page + 1, pages })),
        h(
          "button",
          { type: "button", class: "button quiet", disabled: page === pages - 1, onclick: () => turn(1) },
          t("Next"),
        ),
      ),
  ];
}

function frame(block, head, body, rowHeader, ctx, sorting) {
  const align = (at) => "align-" + (block.column_settings?.[at]?.align || "left");
  const order = (at) => (sorting?.look.by === at ? (sorting.look.isDown ? "descending" : "ascending") : null);
  return h(
    "div",
    { class: "scroll-x", tabindex: "0", role: "group", "aria-label": block.caption || t("Table") },
    h(
      "table",
      null,
      block.caption && h("caption", null, block.caption),
      h(
        "thead",
        null,
        h(
          "tr",
          null,
          head.map((one, at) =>
            h(
              "th",
              { scope: "col", class: align(at), "aria-sort": order(at) },
              sorting
                ? h(
                    "button",
                    { type: "button", onclick: () => sorting.sort(at) },
                    cell(one, ctx),
                    { ascending: " ↑", descending: " ↓" }[order(at)],
                  )
                : cell(one, ctx),
            ),
          ),
        ),
      ),
      h(
        "tbody",
        null,
        body.map((row) =>
          h(
            "tr",
            null,
            row.map((one, at) =>
              h(
                at === rowHeader && sorting ? "th" : "td",
                { class: align(at), scope: at === rowHeader && sorting ? "row" : null },
                cell(one, ctx),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function cell(one, ctx) {
  if (one?.type === "rich_text") return richText(one, ctx);
  return String(one?.text ?? one?.value ?? "");
}

const words = (one) => one?.value ?? one?.text ?? JSON.stringify(one?.elements ?? "");

function compare(a, b) {
  const [x, y] = [words(a), words(b)];
  return typeof x === "number" && typeof y === "number"
    ? x - y
    : String(x).localeCompare(String(y), "sv", { numeric: true });
}
