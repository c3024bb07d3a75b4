/** The hours of the day as a strip: the stronger the shade, the more was seen. */
import { number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { html, useState } from "../../../ui/html.js";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 6, PageDown: -6, Home: -24, End: 24 };
const within = (hour) => Math.max(0, Math.min(HOURS.length - 1, hour));

export function Hours({ of, zone }) {
  const told = new Map(of.map((one) => [one.hour, one]));
  const best = of.reduce((so_far, one) => (one.seen > (so_far?.seen ?? 0) ? one : so_far), null);
  const [chosen, choose] = useState(null);
  const hour = chosen ?? best?.hour ?? 0;
  const words = t("insights:hour_told", { hour: clock(hour), seen: number(told.get(hour)?.seen ?? 0), orders: number(told.get(hour)?.orders ?? 0) });
  return html`<section class="card" aria-labelledby="hours"><h2 id="hours">${t("insights:hours")}</h2>
    ${best ? html`<${Strip} told=${told} most=${best.seen} hour=${hour} words=${words} choose=${choose} />
      <div class="heat-scale small muted number" aria-hidden="true">${[0, 6, 12, 18].map((at) => html`<span>${clock(at)}</span>`)}</div>
      <p class="number">${words}</p>` : html`<p class="muted">${t("insights:nobody_text")}</p>`}
    <p class="small muted">${t("insights:zone", { zone })}</p></section>`;
}

/** One control for all hours: a finger or a mouse points at one, the arrow keys go on to the next. */
function Strip({ told, most, hour, words, choose }) {
  const point = (event) => {
    const strip = event.currentTarget.getBoundingClientRect();
    choose(within(Math.floor((HOURS.length * (event.clientX - strip.left)) / strip.width)));
  };
  const step = (event) => {
    if (!(event.key in STEPS)) return;
    event.preventDefault();
    choose(within(hour + STEPS[event.key]));
  };
  return html`<div class="heat" role="slider" tabindex="0" aria-labelledby="hours" aria-valuemin="0" aria-valuemax="23" aria-valuenow=${hour} aria-valuetext=${words}
    onPointerDown=${point} onPointerMove=${point} onKeyDown=${step}>
    ${HOURS.map((at) => html`<i key=${at} class=${at === hour ? "chosen" : ""} style=${{ "--part": Math.round((100 * (told.get(at)?.seen ?? 0)) / most) }}></i>`)}</div>`;
}

export const clock = (hour) => `${String(hour).padStart(2, "0")}:00`;
