/** Charts by uPlot, which is loaded when the first one is drawn. Each has a table with the same figures. */
import { file } from "../place.js";
import { number } from "../format.js";
import { t } from "../i18n.js";
import { html, useEffect, useRef, useState } from "./html.js";

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

const shade = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function options(UPlot, { width, series, bars, short }) {
  const grid = { stroke: shade("--line"), width: 1 };
  const axis = { stroke: shade("--muted"), grid, ticks: grid, font: "12px system-ui" };
  return {
    width, height: 208, cursor: { drag: { x: false, y: false } }, legend: { show: series.length > 1 },
    scales: { x: { time: true }, y: { range: (_, __, high) => [0, Math.max(1, high * 1.08)] } },
    axes: [axis, { ...axis, size: 56, values: (_, ticks) => ticks.map((tick) => short(tick)) }],
    series: [{}, ...series.map((one, at) => ({
      label: one.name, stroke: shade(`--chart-${at + 1}`), width: 2, points: { show: false },
      fill: bars ? shade(`--chart-${at + 1}`) : undefined,
      paths: bars ? UPlot.paths.bars({ size: [0.7, 40] }) : undefined,
      value: (_, value) => (value == null ? "–" : short(value)),
    }))],
  };
}

/**
 * Figures over time. `times` are seconds since 1970, ascending; `series` is `[{name, values}, …]`; `label` says what it
 * shows; `short` writes a figure; `when` writes a time in the table.
 */
export function Chart({ label, times, series, bars = false, short = (value) => number(value, { notation: "compact" }), when }) {
  const frame = useRef(null);
  const [table, setTable] = useState(false);
  useEffect(() => {
    if (table || !times.length) return undefined;
    let chart = null, gone = false;
    const draw = async () => {
      const UPlot = await uplot();
      if (gone || !frame.current) return;
      chart?.destroy();
      const wanted = options(UPlot, { width: frame.current.clientWidth, series, bars, short });
      chart = new UPlot(wanted, [times, ...series.map((one) => one.values)], frame.current);
    };
    draw();
    const turned = matchMedia("(prefers-color-scheme: dark)");
    const sized = new ResizeObserver(() => chart && frame.current && chart.setSize({ width: frame.current.clientWidth, height: 208 }));
    sized.observe(frame.current);
    turned.addEventListener("change", draw);
    return () => { gone = true; chart?.destroy(); sized.disconnect(); turned.removeEventListener("change", draw); };
  }, [table, JSON.stringify(times), JSON.stringify(series)]);
  return html`<figure class="stack tight" aria-label=${label}>
    ${table ? html`<div class="table-wrap" tabindex="0" role="region" aria-label=${label}><table class="sheet">
      <thead><tr><th scope="col">${t("frame:day")}</th>${series.map((one) => html`<th scope="col" class="number">${one.name}</th>`)}</tr></thead>
      <tbody>${times.map((at, row) => html`<tr><th scope="row">${when(at)}</th>${series.map((one) => html`<td class="number">${short(one.values[row] ?? 0)}</td>`)}</tr>`)}</tbody>
    </table></div>` : html`<div class="chart" ref=${frame} role="img" aria-label=${label}></div>`}
    <button type="button" class="chip" aria-pressed=${table ? "true" : "false"} onClick=${() => setTable(!table)}>${t("frame:as_table")}</button>
  </figure>`;
}
