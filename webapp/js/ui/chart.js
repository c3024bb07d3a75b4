/** Charts by uPlot, which is loaded when the first one is drawn. Each has a table with the same figures. */
import { file } from "../place.js";
import { number, shortDay } from "../format.js";
import { t } from "../i18n.js";
import { html, useEffect, useRef, useState } from "./html.js";

const HEIGHT = 208;
const LABELS = 5;
/** Steps between the lines of a scale: all figures are whole numbers. */
const STEPS = Array.from({ length: 13 }, (_, power) => [1, 2, 5].map((one) => one * 10 ** power)).flat();
let library = null;

function uplot() {
  library ??= new Promise((resolve) => {
    const look = document.createElement("link");
    look.rel = "stylesheet";
    look.crossOrigin = "";
    look.href = file("vendor/uplot.css");
    look.onload = look.onerror = resolve;
    document.head.append(look);
  }).then(() => import("../../vendor/uplot.js")).then((loaded) => loaded.default);
  return library;
}

/** The moment at which a day of the calendar (`2026-05-19`) begins here, in seconds: where a chart puts it. */
export const dayTime = (day) => new Date(`${day}T00:00`).getTime() / 1000;

const shade = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Some of the times to write below the chart, so many as have room. */
function spread(times) {
  const step = Math.max(1, Math.ceil(times.length / LABELS));
  return times.filter((_, at) => at % step === 0);
}

function options(UPlot, { width, times, series, bars, short, when }) {
  const grid = { stroke: shade("--line"), width: 1 };
  const axis = { stroke: shade("--muted"), grid, ticks: { show: false }, font: "12px system-ui" };
  const half = bars ? (times.length > 1 ? (times.at(-1) - times[0]) / (times.length - 1) / 2 : 43_200) : 0;
  return {
    width, height: HEIGHT, padding: [12, 8, 0, 0], legend: { show: series.length > 1, live: false },
    cursor: { drag: { x: false, y: false }, y: false, points: { show: !bars } },
    scales: {
      x: { time: true, range: (_, low, high) => [low - half, high + half] },
      y: { range: (_, __, high) => [0, Math.max(1, high * 1.08)] },
    },
    axes: [
      { ...axis, grid: { show: false }, splits: () => spread(times), values: (_, ticks) => ticks.map((tick) => shortDay(tick * 1000)) },
      { ...axis, size: 60, incrs: STEPS, values: (_, ticks) => ticks.map((tick) => short(tick)) },
    ],
    series: [{}, ...series.map((one, at) => ({
      label: one.name, stroke: shade(`--chart-${at + 1}`), width: bars ? 0 : 2, points: { show: times.length === 1 && !bars, size: 8 },
      fill: shade(`--chart-${at + 1}`) + (bars ? "" : series.length === 1 ? "22" : "00"),
      paths: bars ? UPlot.paths.bars({ size: [0.7, 28], radius: 0.2 }) : undefined,
    }))],
    plugins: [tip({ times, series, short, when })],
  };
}

/** What the figures are where one points, in a box beside it. */
function tip({ times, series, short, when }) {
  const box = document.createElement("div");
  box.className = "chart-tip";
  box.hidden = true;
  const line = (name, text) => {
    const shown = document.createElement(name);
    shown.textContent = text;
    return shown;
  };
  const show = (chart) => {
    const at = chart.cursor.idx;
    box.hidden = at == null || chart.cursor.left < 0;
    if (box.hidden) return;
    box.replaceChildren(line("b", when(times[at])), ...series.map((one) => line("span", `${one.name} ${short(one.values[at] ?? 0)}`)));
    const left = chart.valToPos(times[at], "x");
    box.style.insetInlineStart = `${Math.max(0, Math.min(left - box.offsetWidth / 2, chart.over.offsetWidth - box.offsetWidth))}px`;
  };
  return { hooks: { init: (chart) => chart.over.append(box), setCursor: show } };
}

/**
 * Figures over time. `times` are seconds since 1970, ascending; `series` is `[{name, values}, …]` of whole numbers;
 * `label` says what it shows; `short` writes a figure; `when` writes a time in the table; `empty` is said when there
 * is nothing but noughts.
 */
export function Chart({
  label, times, series, bars = false, short = (value) => number(value, { notation: "compact" }), when = (at) => shortDay(at * 1000), empty = t("frame:no_figures"),
}) {
  const frame = useRef(null);
  const [table, setTable] = useState(false);
  const nothing = !times.length || series.every((one) => one.values.every((value) => !value));
  useEffect(() => {
    if (table || nothing) return undefined;
    let chart = null, gone = false;
    const draw = async () => {
      const UPlot = await uplot();
      if (gone || !frame.current) return;
      chart?.destroy();
      const wanted = options(UPlot, { width: frame.current.clientWidth, times, series, bars, short, when });
      chart = new UPlot(wanted, [times, ...series.map((one) => one.values)], frame.current);
    };
    draw();
    const turned = matchMedia("(prefers-color-scheme: dark)");
    const sized = new ResizeObserver(() => chart && frame.current && chart.setSize({ width: frame.current.clientWidth, height: HEIGHT }));
    sized.observe(frame.current);
    turned.addEventListener("change", draw);
    return () => { gone = true; chart?.destroy(); sized.disconnect(); turned.removeEventListener("change", draw); };
  }, [table, nothing, JSON.stringify(times), JSON.stringify(series)]);
  if (nothing) return html`<p class="chart none muted">${empty}</p>`;
  return html`<figure class="stack tight" aria-label=${label}>
    ${table ? html`<div class="table-wrap" tabindex="0" role="region" aria-label=${label}><table class="sheet">
      <thead><tr><th scope="col">${t("frame:day")}</th>${series.map((one) => html`<th scope="col" class="number">${one.name}</th>`)}</tr></thead>
      <tbody>${times.map((at, row) => html`<tr><th scope="row">${when(at)}</th>${series.map((one) => html`<td class="number">${short(one.values[row] ?? 0)}</td>`)}</tr>`)}</tbody>
    </table></div>` : html`<div class="chart" ref=${frame} role="img" aria-label=${label}></div>`}
    <button type="button" class="chip" aria-pressed=${table ? "true" : "false"} onClick=${() => setTable(!table)}>${t("frame:as_table")}</button>
  </figure>`;
}
