/** What people do in the store just now, asked for again while somebody looks. */
import { get } from "../../../api.js";
import { number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useAgain, useLoaded } from "../../../loading.js";
import { html } from "../../../ui/html.js";

const EVERY = 15_000;
const MINUTES = 60;
const SUMS = ["visits", "looks", "carts", "paid"];

export function Live({ store }) {
  const told = useLoaded(() => get(`/stores/${store}/insights/live`), [store]);
  useAgain(true, () => told.reload({ quiet: true }), EVERY);
  const minutes = told.data?.minutes ?? [];
  const sums = SUMS.map((name) => [name, minutes.reduce((sum, one) => sum + one[name], 0)]);
  return html`<section class="card last-hour" aria-labelledby="live">
    <h2 id="live"><span class="pulse" aria-hidden="true"></span>${t("insights:live")}</h2>
    <div class="spark" aria-hidden="true">${strip(minutes).map((height) => html`<i style=${{ "--part": height }}></i>`)}</div>
    <dl class="quad" aria-live="polite">${sums.map(([name, count]) => html`<div key=${name}><dt class="small muted">${t(`insights:live_${name}`)}</dt><dd class="number">${told.data ? number(count) : "–"}</dd></div>`)}</dl>
  </section>`;
}

/** The last hour minute by minute, as parts of the busiest; minutes that weren't told are noughts. */
function strip(minutes) {
  const seen = new Map(minutes.map((one) => [one.minute, one.visits + one.views + one.looks + one.searches + one.carts]));
  const most = Math.max(1, ...seen.values());
  const now = Date.now();
  return Array.from({ length: MINUTES }, (_, at) => {
    const minute = new Date(now - (MINUTES - 1 - at) * 60_000).toISOString().slice(0, 16);
    return Math.round((100 * (seen.get(minute) ?? 0)) / most);
  });
}
