/** Finding a partner by trade, place and price. */
import { get } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { go, to } from "../../router.js";
import { Amount, Form, useForm } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, IconButton, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded } from "../../ui/states.js";
import { named, RegionName } from "./known.js";
import { Regions } from "../entering/address-form.js";
import { TRADES, tradeName } from "./trades.js";

export default function Partners({ query }) {
  const trade = query.trade in TRADES ? query.trade : "photography";
  const found = useLoaded(() => find({ trade, region: query.region, budget: query.budget, currency: query.budget && "CNY", limit: 50 }), [trade, query.region, query.budget]);
  const [narrowing, narrow] = useState(false);
  const chosen = [query.region, query.budget].filter(Boolean).length;
  return html`<${Screen} title=${t("trading:partners")} up="/me" actions=${html`<${IconButton} icon="funnel" label=${t("trading:narrow")} count=${chosen} onClick=${() => narrow(true)} />`}>
    <nav class="trade-doors" aria-label=${t("trading:my_work")}>
      ${[["/contracts", "handshake", t("trading:contracts")], ["/briefs", "file-text", t("trading:briefs")], ["/partners/me", "briefcase", t("trading:as_partner")]].map(([path, icon, words]) => html`<a class="card tap trade-door trade-slim-door" key=${path} href=${to(path)}><${Icon} name=${icon} /><strong>${words}</strong></a>`)}</nav>
    <nav class="scroller" aria-label=${t("trading:trades")} tabindex="0">${Object.entries(TRADES).map(([one, icon]) => html`<a class="chip" key=${one} href=${to("/partners", { ...query, trade: one })} aria-current=${one === trade ? "true" : undefined}><${Icon} name=${icon} />${tradeName(one)}</a>`)}</nav>
    <${Loaded} from=${found}>${({ items }) => (items.length ? html`<ul class="trade-cards">${items.map((one) => html`<${Partner} of=${one} trade=${trade} key=${one.id} />`)}</ul>`
      : html`<${Empty} icon="users" title=${t("trading:no_partners")} action=${html`<${Button} href=${to("/briefs/new", { trade })}>${t("trading:write_brief")}<//>`}>${t("trading:no_partners_text")}<//>`)}<//>
    ${narrowing ? html`<${Sheet} title=${t("trading:narrow")} onClose=${() => narrow(false)}><${Narrow} query=${query} trade=${trade} /><//>` : null}
  <//>`;
}

async function find(wish) {
  const found = await get("/partners", wish);
  await named(...found.items.map((one) => one.region));
  return found;
}

/** A partner in a list: what she shows, what she says, what was measured, from what price on. */
function Partner({ of, trade }) {
  const prices = of.packages.filter((one) => one.offered && one.trade === trade).map((one) => one.price);
  const least = prices.length ? prices.reduce((a, b) => (b.amount < a.amount ? b : a)) : null;
  return html`<li><a class="card tap" href=${to(`/partners/${of.id}`)}>
    <span class="row"><${Photo} of=${of.portfolio[0]} name=${of.portfolio.length ? "" : of.name} /><span class="grow"><strong class="trade-block">${of.name}</strong><span class="muted small trade-block trade-two-lines">${of.headline}</span></span></span>
    <${Facts} of=${of} />
    <span class="row">${of.region ? html`<span class="muted small grow"><${Icon} name="map-pin" /> <${RegionName} of=${of.region} /></span>` : html`<span class="grow"></span>`}
      ${least ? html`<span><span class="muted small">${t("trading:from")}</span> <span class="price number">${money(least)}</span></span>` : null}</span></a></li>`;
}

/** What was measured of a partner, as badges. */
export const Facts = ({ of }) => html`<span class="row wrap trade-facts">
  ${of.record.rating ? html`<${Badge} tone="accent"><${Icon} name="star" />${of.record.rating} · ${t("trading:reviews", { count: of.record.reviews })}<//>` : html`<${Badge}>${t("trading:newcomer")}<//>`}
  ${of.record.delivered ? html`<${Badge} tone="good">${t("trading:on_time", { part: of.record.on_time, whole: of.record.delivered })}<//>` : null}
  ${of.record.repeats ? html`<${Badge}>${t("trading:hired_again", { count: of.record.repeats })}<//>` : null}</span>`;

function Narrow({ query, trade }) {
  const { values, bind, set } = useForm({ region: query.region ?? "", budget: query.budget ? Number(query.budget) : null });
  const apply = (wish) => go("/partners", { query: { trade, ...wish }, instead: true });
  return html`<${Form} passing label=${t("trading:narrow")} onSubmit=${() => apply(values)}>
    <p class="muted small">${t("trading:near_text")}</p>
    <${Regions} value=${values.region} onChange=${(code) => set("region", code)} />
    <${Amount} label=${t("trading:budget")} hint=${t("trading:budget_hint")} ...${bind("budget")} />
    <${Button} type="submit" wide>${t("trading:show")}<//><${Button} look="plain" wide onClick=${() => apply({})}>${t("trading:show_all")}<//><//>`;
}
