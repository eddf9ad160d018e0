// data_visualization as plain SVG, with its numbers as text beside it: a picture alone would tell some people nothing.

import { h } from "./dom.js";
import { t } from "./words.js";

const W = 460;
const H = 200;
const LEFT = 34;
const BOTTOM = 26;
const TOP = 12;

export function chart(block) {
  const { chart = {}, title = "" } = block;
  const isPie = chart.type === "pie";
  const known = isPie ? Array.isArray(chart.segments) : ["bar", "line", "area"].includes(chart.type);
  if (!known) return null;
  const series = isPie ? [] : chart.series || [];
  const picture = isPie ? pie(chart.segments) : axes(chart, series);
  return h(
    "figure",
    { class: "chart" },
    h("figcaption", null, title),
    h(
      "div",
      { class: "chart-row" },
      picture,
      isPie ? segmentKey(chart.segments) : series.length > 1 && seriesKey(series),
    ),
    isPie ? null : numbers(chart, series),
  );
}

function categories(chart, series) {
  return chart.axis_config?.categories || (series[0]?.data || []).map((point) => point.label);
}

function axes(chart, series) {
  const labels = categories(chart, series);
  const values = series.flatMap((one) => (one.data || []).map((point) => Number(point.value)));
  const max = niceTop(Math.max(1, ...values));
  const min = Math.min(0, ...values);
  const y = (value) => TOP + (H - TOP - BOTTOM) * (1 - (value - min) / (max - min));
  const step = (W - LEFT - 8) / Math.max(1, labels.length);
  const x = (at) => LEFT + step * (at + 0.5);
  const place = { labels, x, y, step, min, max };
  return h(
    "svg",
    { viewBox: `0 0 ${W} ${H}`, class: "plot", "aria-hidden": "true" },
    [min, (min + max) / 2, max].map((value) => [
      h("line", { class: "grid", x1: LEFT, x2: W - 4, y1: y(value), y2: y(value) }),
      h("text", { class: "tick", x: LEFT - 6, y: y(value) + 4, "text-anchor": "end" }, short(value)),
    ]),
    labels.map((label, at) =>
      h("text", { class: "tick", x: x(at), y: H - 8, "text-anchor": "middle" }, fit(label, step)),
    ),
    series.map((one, at) =>
      chart.type === "bar" ? bars(one, at, series.length, place) : line(one, at, chart.type, place),
    ),
  );
}

function valueAt(one, labels, at) {
  const point = (one.data || []).find((candidate) => candidate.label === labels[at]) || (one.data || [])[at];
  return point ? Number(point.value) : 0;
}

function bars(one, at, of, { labels, x, y, step, min }) {
  const width = Math.min(34, (step * 0.7) / of);
  return labels.map((_, i) => {
    const value = valueAt(one, labels, i);
    const left = x(i) + (at - of / 2) * width;
    const zero = y(Math.max(0, min));
    return [
      h("rect", {
        class: `fill-${at % 6}`,
        x: left,
        width: Math.max(2, width - 2),
        rx: 2,
        y: Math.min(y(value), zero),
        height: Math.abs(zero - y(value)),
      }),
      of === 1 &&
        h("text", { class: "tick", x: x(i), y: y(value) - 3, "text-anchor": "middle" }, short(value)),
    ];
  });
}

function line(one, at, type, { labels, x, y }) {
  const dots = labels.map((_, i) => [x(i), y(valueAt(one, labels, i))]);
  const path = dots.map((dot) => dot.join(",")).join(" ");
  const floor = y(0);
  const closed = dots.length && `${dots[0][0]},${floor} ${path} ${dots[dots.length - 1][0]},${floor}`;
  return [
    type === "area" && h("polygon", { class: `area fill-${at % 6}`, points: closed || "" }),
    h("polyline", { class: `stroke-${at % 6}`, points: path }),
    dots.map(([cx, cy]) => h("circle", { class: `fill-${at % 6}`, cx, cy, r: 3 })),
  ];
}

function pie(segments) {
  const total = segments.reduce((sum, segment) => sum + Number(segment.value), 0) || 1;
  let from = -Math.PI / 2;
  return h(
    "svg",
    { viewBox: "0 0 160 160", class: "plot pie", "aria-hidden": "true" },
    segments.map((segment, at) => {
      const angle = (Number(segment.value) / total) * 2 * Math.PI;
      const slice = arc(from, from + Math.min(angle, 2 * Math.PI - 0.0001));
      from += angle;
      return h("path", { class: `slice fill-${at % 6}`, d: slice });
    }),
  );
}

function arc(from, to) {
  const point = (angle) => `${80 + 72 * Math.cos(angle)} ${80 + 72 * Math.sin(angle)}`;
  return `M80 80 L${point(from)} A72 72 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to)} Z`;
}

const swatch = (at) =>
  h(
    "svg",
    { viewBox: "0 0 10 10", class: "key", "aria-hidden": "true" },
    h("rect", { class: `fill-${at % 6}`, width: 10, height: 10, rx: 2 }),
  );

const segmentKey = (segments) =>
  h(
    "ul",
    { class: "keys" },
    segments.map((segment, at) =>
      h("li", null, swatch(at), `${segment.label}: `, h("strong", null, String(segment.value))),
    ),
  );

const seriesKey = (series) =>
  h(
    "ul",
    { class: "keys" },
    series.map((one, at) => h("li", null, swatch(at), one.name)),
  );

function numbers(chart, series) {
  const labels = categories(chart, series);
  const { x_label: xLabel = "", y_label: yLabel = "" } = chart.axis_config || {};
  return h(
    "details",
    { class: "numbers" },
    h(
      "summary",
      null,
      t("The numbers"),
      xLabel || yLabel ? ` (${[yLabel, xLabel].filter(Boolean).join(" by ")})` : "",
    ),
    h(
      "div",
      { class: "scroll-x" },
      h(
        "table",
        null,
        h(
          "thead",
          null,
          h(
            "tr",
            null,
            h("th", { scope: "col" }, xLabel),
            series.map((one) => h("th", { scope: "col" }, one.name)),
          ),
        ),
        h(
          "tbody",
          null,
          labels.map((label, at) =>
            h(
              "tr",
              null,
              h("th", { scope: "row" }, label),
              series.map((one) => h("td", null, String(valueAt(one, labels, at)))),
            ),
          ),
        ),
      ),
    ),
  );
}

function niceTop(max) {
  const power = 10 ** Math.floor(Math.log10(max));
  const step = [1, 2, 4, 5, 6, 8, 10].find((factor) => factor * power >= max);
  return max <= 4 ? Math.ceil(max / 2) * 2 : step * power;
}

const short = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

const fit = (label, step) => {
  const room = Math.max(3, Math.floor(step / 6.2));
  return label.length > room ? label.slice(0, room - 1) + "…" : label;
};
