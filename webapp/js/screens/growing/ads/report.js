/** What came of a campaign: by day as a chart, and by keyword, goods or search as a table. */
import { get } from "../../../api.js";
import { money, number, percent } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useLoaded, usePages } from "../../../loading.js";
import { Chart, dayTime } from "../../../ui/chart.js";
import { Select } from "../../../ui/form.js";
import { html, useState } from "../../../ui/html.js";
import { Button, Figure } from "../../../ui/parts.js";
import { Loaded } from "../../../ui/states.js";
import { plus, span } from "../days.js";
import { titleOf } from "../goods.js";
import { Segments } from "../segments.js";

const SPANS = [7, 30, 90];
const MODELS = ["last", "first", "linear"];
const BY = ["keyword", "term", "listing"];
const SUMS = ["impressions", "clicks", "visits", "cost", "carts", "orders", "sales", "invalid"];
const whole = (value) => number(value, { maximumFractionDigits: 1 });
/** Adds to cart for each visit. */
const rate = (all) => (all.visits ? percent(all.carts / all.visits) : "–");
const SERIES = { traffic: ["impressions", "clicks"], buying: ["carts", "orders"], money: ["cost", "sales"] };

const sum = (rows) => Object.fromEntries(SUMS.map((name) => [name, rows.reduce((all, row) => all + row[name], 0)]));

export function Report({ campaign, path, goods }) {
  const [days, setDays] = useState(7);
  const [model, setModel] = useState("last");
  const [by, setBy] = useState("keyword");
  const [shown, show] = useState("traffic");
  const query = { since: plus(campaign.day, 1 - days), until: campaign.day, model, limit: 100 };
  const report = useLoaded(() => get(`${path}/report`, { ...query, by: "campaign" }), [days, model, campaign.id]);
  const { currency } = campaign.daily_budget;
  const pay = (amount) => money({ amount: Math.round(amount), currency });
  return html`<div class="view"><div class="filters">
      <${Segments} label=${t("ads:days")} value=${days} onChange=${setDays} of=${SPANS.map((one) => [one, t("ads:last_days", { count: one })])} />
      <${Select} label=${t("ads:model")} name="model" value=${model} onChange=${setModel} options=${MODELS.map((one) => [one, t(`ads:model_${one}`)])} /></div>
    <${Loaded} from=${report} lines=${4}>${({ items }) => {
      const all = sum(items);
      return html`<div class="view"><div class="figures by-four">
          <${Figure} name=${t("ads:impressions")} value=${number(all.impressions)} />
          <${Figure} name=${t("ads:clicks")} value=${number(all.clicks)} />
          <${Figure} name=${t("ads:carts")} value=${whole(all.carts)} />
          <${Figure} name=${t("ads:cart_rate")} value=${rate(all)} />
          <${Figure} name=${t("ads:orders")} value=${whole(all.orders)} />
          <${Figure} name=${t("ads:sales")} value=${pay(all.sales)} />
          <${Figure} name=${t("ads:cost")} value=${pay(all.cost)} />
          <${Figure} name=${t("ads:return")} value=${all.cost ? t("ads:times", { times: number(all.sales / all.cost, { maximumFractionDigits: 1 }) }) : "–"} />
        </div>
        <section class="card" aria-labelledby="by-day"><div class="row wrap"><h2 id="by-day" class="grow">${t("ads:by_day")}</h2>
            <${Segments} label=${t("ads:shown")} value=${shown} onChange=${show} of=${Object.keys(SERIES).map((one) => [one, t(`ads:${one}`)])} /></div>
          <${Days} items=${items} days=${span(query.since, query.until)} shown=${shown} pay=${pay} /></section></div>`;
    }}<//>
    <section class="card" aria-labelledby="by-what"><div class="row wrap"><h2 id="by-what" class="grow">${t("ads:by_what")}</h2>
        <${Segments} label=${t("ads:by")} value=${by} onChange=${setBy} of=${BY.map((one) => [one, t(`ads:by_${one}`)])} /></div>
      <${Rows} path=${path} query=${{ ...query, by }} by=${by} goods=${goods} pay=${pay} key=${by} /></section></div>`;
}

function Days({ items, days, shown, pay }) {
  const rows = new Map(items.map((one) => [one.day, one]));
  const told = (name) => ({ name: t(`ads:${name}`), values: days.map((one) => rows.get(one)?.[name] ?? 0) });
  return html`<${Chart} key=${shown} label=${t("ads:by_day")} times=${days.map(dayTime)} series=${SERIES[shown].map(told)} short=${shown === "money" ? pay : undefined} empty=${t("ads:no_report")} />`;
}

/** Days are summed up here: the API tells each of them. */
function Rows({ path, query, by, goods, pay }) {
  const told = usePages((cursor) => get(`${path}/report`, { ...query, cursor }), [query.since, query.model]);
  const found = grouped(told.items);
  const rows = [...found].map(([of, those]) => ({ of, ...sum(those) })).sort((a, b) => b.cost - a.cost || b.impressions - a.impressions);
  return html`<${Loaded} from=${told} lines=${1}>${() => (rows.length === 0 ? html`<p class="muted">${t("ads:no_report")}</p>` : html`<div class="stack">
    <div class="table-wrap" tabindex="0" role="region" aria-labelledby="by-what"><table class="sheet dense">
      <thead><tr><th scope="col">${t(`ads:by_${by}`)}</th>${["impressions", "clicks", "cost", "carts", "cart_rate", "orders", "return"].map((name) => html`<th scope="col" class="number" key=${name}>${t(`ads:${name}`)}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr key=${row.of}><th scope="row"><${Of} by=${by} of=${row.of} goods=${goods} /></th>
        <td class="number">${number(row.impressions)}</td><td class="number">${number(row.clicks)}</td><td class="number">${pay(row.cost)}</td>
        <td class="number">${whole(row.carts)}</td><td class="number">${rate(row)}</td><td class="number">${whole(row.orders)}</td>
        <td class="number">${row.cost ? t("ads:times", { times: number(row.sales / row.cost, { maximumFractionDigits: 1 }) }) : "–"}</td></tr>`)}</tbody>
    </table></div>
    ${told.more ? html`<${Button} look="plain" wide busy=${told.loadingMore} onClick=${told.more}>${t("frame:more")}<//>` : null}</div>`)}<//>`;
}

function grouped(rows) {
  const found = new Map();
  for (const row of rows) found.set(row.of, [...(found.get(row.of) ?? []), row]);
  return found;
}

/** What a row is of, in words. A keyword is told with the way in which it matches before it. */
function Of({ by, of, goods }) {
  if (by === "listing") return titleOf(goods, of);
  if (by === "term") return of;
  const { match, text } = keywordOf(of);
  return html`${text} <span class="muted small">${t(`ads:match_${match}`)}</span>`;
}

/** "broad 发夹" is what the API calls a keyword. */
export function keywordOf(told) {
  const [match, ...words] = told.split(" ");
  return { match, text: words.join(" ") };
}
