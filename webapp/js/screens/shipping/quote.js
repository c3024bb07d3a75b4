/** A courier's offer for a parcel with its measured record on that lane. */
import { day, money, number, percent } from "../../format.js";
import { t } from "../../i18n.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Money, Pairs } from "../../ui/parts.js";
import { serviceName } from "./words.js";

const WHOLE = 10_000;
const FEW = 30;  // of fewer parcels a share of lost ones says nothing
const share = (points, places = 1) => percent(points / WHOLE, places);

export function Quote({ of, first, onChoose }) {
  const [more, setMore] = useState(false);
  const days = of.transit?.business_days;
  return html`<li class=${`card courier${first ? " courier-first" : ""}`}>
    <div class="row"><h3 class="grow">${serviceName(of)}</h3>${first ? html`<${Badge} tone="accent">${t("shipping:best")}<//>` : null}<${Money} of=${of.price.total} look="amount price" /></div>
    <p class="row"><${Icon} name="calendar" /><span class="grow">${t("shipping:arrives", { from: day(of.arrives_from), by: day(of.arrives_by) })}</span></p>
    <${Rate} of=${of.on_time} label=${t("shipping:on_time")} />
    <dl class="courier-record">
      ${days ? html`<div><dt>${t("shipping:half_within")}</dt><dd>${t("shipping:days", { count: days.p50 })}</dd></div>
        <div><dt>${t("shipping:nine_of_ten")}</dt><dd>${t("shipping:days", { count: days.p90 })}</dd></div>`
        : html`<div><dt>${t("shipping:promised_in")}</dt><dd>${t("shipping:days", { count: of.promised_days })}</dd></div>`}
      ${of.loss.level ? html`<div><dt>${t("shipping:lost_share")}</dt><dd>${of.loss.seen < FEW ? t("shipping:few_parcels") : share(of.loss.expected, 2)}</dd></div>` : null}
    </dl>
    ${more ? html`<${More} of=${of} />` : null}
    <div class="row"><${Button} look="plain" slim aria-expanded=${more ? "true" : "false"} onClick=${() => setMore(!more)}>${more ? t("shipping:less") : t("shipping:why")}<//>
      <div class="grow"><${Button} wide look=${first ? "" : "quiet"} aria-label=${t("shipping:book_with", { name: serviceName(of), price: money(of.price.total) })} onClick=${onChoose}>${t("shipping:choose")}<//></div></div>
  </li>`;
}

/** A share with the interval in which it is with 95 % probability, drawn as a bar with its middle marked. */
export function Rate({ of, label }) {
  if (!of.level) return html`<div class="courier-rate"><div class="row"><span class="grow">${label}</span><span class="muted small">${t("shipping:no_parcels")}</span></div><div class="courier-interval courier-unknown"></div></div>`;
  const known = of.seen ? t("shipping:of_parcels", { count: of.seen, level: t(`shipping:level_${of.level}`) }) : t("shipping:from_wider");
  const words = `${label}: ${share(of.expected)} (${share(of.low)}–${share(of.high)}). ${known}`;
  return html`<div class="courier-rate"><div class="row"><span class="grow">${label}</span><b class="number">${share(of.expected)}</b></div>
    <div class="courier-interval" role="img" aria-label=${words}><i style=${{ "--low": of.low / 100, "--high": of.high / 100 }}></i><b style=${{ "--at": of.expected / 100 }}></b></div>
    <div class="row muted small" aria-hidden="true"><span class="grow">${known}</span><span class="number">${share(of.low, 0)}–${share(of.high, 0)}</span></div></div>`;
}

function More({ of }) {
  const { price } = of;
  const parts = [["first", price.first], ["extra", price.extra], ["remote", price.remote], ["rural", price.rural], ["fuel", price.fuel], ["insurance", price.insurance], ["cash", price.cash]];
  return html`<div class="stack">
    <${Pairs} of=${[
      ...parts.filter(([name, part]) => part.amount || name === "first").map(([name, part]) => [t(`shipping:price_${name}`), money(part)]),
      [t("shipping:price"), money(price.total), { sum: true }],
    ]} />
    <p class="muted small">${t("shipping:chargeable", { weight: number(price.chargeable_grams / 1000, { maximumFractionDigits: 2 }), zone: t(`shipping:zone_${of.zone}`) })}</p>
    ${of.makes_it ? html`<${Rate} of=${of.makes_it} label=${t("shipping:makes_it")} />` : null}
    ${of.damage.level && of.damage.seen >= FEW ? html`<${Rate} of=${of.damage} label=${t("shipping:damaged_share")} />` : null}
    <${Pairs} of=${[
      of.damage.seen < FEW ? [t("shipping:damaged_share"), of.damage.seen ? t("shipping:few_parcels") : t("shipping:no_parcels")] : null,
      of.transit ? [t("shipping:promised_in"), t("shipping:days", { count: of.promised_days })] : null,
      of.pickup_minutes == null ? null : [t("shipping:fetched_in"), hours(of.pickup_minutes)],
      of.claim_minutes == null ? null : [t("shipping:claims_paid_in"), hours(of.claim_minutes)],
    ]} /></div>`;
}

const hours = (minutes) => (minutes < 60 * 48 ? t("shipping:hours", { count: Math.max(1, Math.round(minutes / 60)) }) : t("shipping:days", { count: Math.round(minutes / 1440) }));
