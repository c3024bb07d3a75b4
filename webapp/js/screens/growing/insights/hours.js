/** The hours of the day as a strip: the stronger the shade, the more was seen. */
import { number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { html, useState } from "../../../ui/html.js";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export function Hours({ of, zone }) {
  const told = new Map(of.map((one) => [one.hour, one]));
  const most = Math.max(1, ...of.map((one) => one.seen));
  const best = of.reduce((so_far, one) => (one.seen > (so_far?.seen ?? 0) ? one : so_far), null);
  const [chosen, choose] = useState(null);
  const hour = chosen ?? best?.hour;
  const words = (at) => t("insights:hour_told", { hour: clock(at), seen: number(told.get(at)?.seen ?? 0), orders: number(told.get(at)?.orders ?? 0) });
  return html`<section class="card" aria-labelledby="hours"><h2 id="hours">${t("insights:hours")}</h2>
    ${best ? html`<ul class="heat" aria-label=${t("insights:hours")}>${HOURS.map((at) => html`<li key=${at}>
        <button type="button" aria-pressed=${at === hour ? "true" : "false"} aria-label=${words(at)} style=${{ "--part": Math.round((100 * (told.get(at)?.seen ?? 0)) / most) }} onClick=${() => choose(at)} onMouseEnter=${() => choose(at)}></button></li>`)}</ul>
      <div class="heat-scale small muted number" aria-hidden="true">${[0, 6, 12, 18].map((at) => html`<span>${clock(at)}</span>`)}</div>
      <p aria-live="polite">${words(hour)}</p>` : html`<p class="muted">${t("insights:nobody_text")}</p>`}
    <p class="small muted">${t("insights:zone", { zone })}</p></section>`;
}

export const clock = (hour) => `${String(hour).padStart(2, "0")}:00`;
