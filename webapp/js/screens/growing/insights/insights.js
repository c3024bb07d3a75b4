/** A store's figures: of a day, a week or a month, beside those of the one before. */
import { get } from "../../../api.js";
import { money, number, percent } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useLoaded } from "../../../loading.js";
import { Chart, dayTime } from "../../../ui/chart.js";
import { html, useState } from "../../../ui/html.js";
import { Icon } from "../../../ui/icon.js";
import { IconButton } from "../../../ui/parts.js";
import { Screen } from "../../../ui/screen.js";
import { Empty, Loaded } from "../../../ui/states.js";
import { Bars } from "../bars.js";
import { dayOf, plus, say, span } from "../days.js";
import { Segments } from "../segments.js";
import { Cohorts } from "./cohorts.js";
import { Download } from "./download.js";
import { Forecast } from "./forecast.js";
import { Goods } from "./goods.js";
import { Hours } from "./hours.js";
import { Live } from "./live.js";
import { Sources } from "./sources.js";

const PERIODS = ["day", "week", "month"];

export default function Insights({ store }) {
  const [period, setPeriod] = useState("week");
  const [on, setOn] = useState(null);
  const [saving, save] = useState(false);
  const told = useLoaded(() => get(`/stores/${store}/insights`, { period, on }), [store, period, on]);
  const choose = (next) => { setPeriod(next); setOn(null); };
  return html`<${Screen} title=${t("insights:title")} up=${`/sell/${store}`} actions=${html`<${IconButton} icon="download" label=${t("insights:download")} onClick=${() => save(true)} />`}>
    <${Live} store=${store} />
    <${Segments} label=${t("insights:period")} value=${period} onChange=${choose} of=${PERIODS.map((one) => [one, t(`insights:${one}`)])} />
    <${Loaded} from=${told} lines=${5}>${(figures) => html`<div class="view">
      <${Span} of=${figures} onMove=${setOn} moved=${on !== null} />
      <${Figures} of=${figures} />
      <div class="beside">
        <${Days} of=${figures} />
        <${Funnel} of=${figures.now} />
        <${Sources} of=${figures} />
        <${Hours} of=${figures.hours} zone=${figures.time_zone} />
        <${Goods} store=${store} of=${period === "day" ? figures.now.first : figures.now.last.slice(0, 7)} currency=${figures.currency} />
        <${Forecast} store=${store} />
      </div>
      <${Cohorts} store=${store} /></div>`}<//>
    ${saving ? html`<${Download} store=${store} onClose=${() => save(false)} />` : null}
  <//>`;
}

/** Which days are shown, and the way to those before and after. */
function Span({ of, onMove, moved }) {
  const { first, last } = of.now;
  const words = first === last ? say(first) : t("insights:from_to", { first: say(first), last: say(last) });
  return html`<div class="row span"><${IconButton} icon="chevron-left" label=${t("insights:earlier")} onClick=${() => onMove(plus(first, -1))} />
    <p class="grow" aria-live="polite">${words}</p>
    <${IconButton} icon="chevron-right" label=${t("insights:later")} disabled=${!moved || last >= dayOf(new Date())} onClick=${() => onMove(plus(last, 1) < dayOf(new Date()) ? plus(last, 1) : null)} /></div>`;
}

function Figures({ of }) {
  const { now, change, currency } = of;
  const pay = (amount) => money({ amount: Math.round(amount), currency });
  return html`<div class="figures by-four">
    <${Grown} name=${t("insights:sales")} value=${pay(now.sales)} by=${change.sales} />
    <${Grown} name=${t("insights:orders")} value=${number(now.orders)} by=${change.paid} />
    <${Grown} name=${t("insights:visits")} value=${number(now.visits)} by=${change.visits} />
    <${Grown} name=${t("insights:visitors")} value=${number(now.visitors)} by=${change.visitors} />
    <${Grown} name=${t("insights:average")} value=${now.average_order == null ? "–" : pay(now.average_order)} />
    <${Grown} name=${t("insights:conversion")} value=${now.conversion_rate == null ? "–" : percent(now.conversion_rate)} />
    <${Grown} name=${t("insights:repeat")} value=${of.repeat_rate == null ? "–" : percent(of.repeat_rate)} />
    <${Grown} name=${t("insights:refunded")} value=${pay(now.refunded)} />
  </div>`;
}

/** A figure, with by how much it grew since the period before: an arrow and a sign say it, not the colour alone. */
function Grown({ name, value, by }) {
  const tone = by > 0 ? "good" : by < 0 ? "bad" : "";
  return html`<div class="figure"><b>${value}</b><span>${name}</span>
    ${by == null ? null : html`<span class=${`grown ${tone}`}><${Icon} name=${by < 0 ? "trending-down" : "trending-up"} />${number(by, { style: "percent", signDisplay: "exceptZero", maximumFractionDigits: 0 })}<span class="unseen">${t("insights:than_before")}</span></span>`}</div>`;
}

/** Visits or sales by day, over this period and the one before. */
function Days({ of }) {
  const [shown, show] = useState("visits");
  const rows = new Map(of.days.map((one) => [one.day, one]));
  const days = span(of.before.first, of.now.last);
  const pay = (amount) => money({ amount: Math.round(amount), currency: of.currency });
  const series = (names) => names.map((name) => ({ name: t(`insights:${name}`), values: days.map((day) => rows.get(day)?.[name] ?? 0) }));
  return html`<section class="card" aria-labelledby="by-day"><div class="row wrap"><h2 id="by-day" class="grow">${t("insights:by_day")}</h2>
      <${Segments} label=${t("insights:by_day")} value=${shown} onChange=${show} of=${["visits", "sales"].map((one) => [one, t(`insights:${one}`)])} /></div>
    <${Chart} key=${shown} label=${t("insights:by_day")} times=${days.map(dayTime)} bars=${shown === "sales"} series=${series(shown === "sales" ? ["sales"] : ["visits", "looks"])} short=${shown === "sales" ? pay : undefined} />
  </section>`;
}

/** From a visit to a sale: how many people got how far. */
function Funnel({ of }) {
  const first = of.funnel[0]?.people ?? 0;
  const told = of.funnel.map((one) => ({
    name: t(`insights:step_${one.step}`), value: one.people, shown: number(one.people),
    note: first && one !== of.funnel[0] ? t("insights:of_visitors", { part: percent(one.people / first) }) : null,
  }));
  return html`<section class="card" aria-labelledby="funnel"><h2 id="funnel">${t("insights:funnel")}</h2>
    ${first ? html`<${Bars} label=${t("insights:funnel")} of=${told} whole=${first} />` : html`<${Empty} icon="funnel" title=${t("insights:nobody")}>${t("insights:nobody_text")}<//>`}</section>`;
}
