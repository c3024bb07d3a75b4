/** Amounts beside each other as bars with their words: what a chart with an axis of time can't show. */
import { html } from "../../ui/html.js";

/** `of` is `[{name, value, shown, note}, …]`; the longest bar is that of `whole`, else of the largest value. */
export function Bars({ of, whole, label }) {
  const most = whole ?? Math.max(1, ...of.map((one) => one.value));
  return html`<ul class="bars" aria-label=${label}>${of.map((one) => html`<li key=${one.name}>
    <span class="row"><span class="grow">${one.name}</span><b class="number">${one.shown ?? one.value}</b></span>
    <i aria-hidden="true" style=${{ "--part": Math.max(0, Math.min(100, (100 * one.value) / most)) }}></i>
    ${one.note ? html`<span class="small muted">${one.note}</span>` : null}</li>`)}</ul>`;
}
