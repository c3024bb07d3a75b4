/** A purchase order: deposit and balance, what was agreed on, paying later by credit, and selling on. */
import { get, post } from "../../api.js";
import { ago, day, money, points } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Button, Meter, Note, Pairs } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { NetTerms } from "./net-terms.js";
import { PaySheet } from "./pay.js";
import { OrderState } from "./purchases.js";
import { Resale } from "./resale.js";

export default function Purchase({ store, order }) {
  const loaded = useLoaded(() => get(`/orders/${order}`), [order]);
  return html`<${Screen} title=${t("trading:purchase")} up=${`/sell/${store}/sourcing/orders`} narrow>
    <${Loaded} from=${loaded} lines=${4}>${(shown) => html`<${Shown} of=${shown} store=${store} again=${() => loaded.reload({ quiet: true })} set=${loaded.set} />`}<//><//>`;
}

function Shown({ of, store, again, set }) {
  const [doing, setDoing] = useState(null);
  const close = () => setDoing(null);
  const owing = of.state === "deposited";
  const sellable = ["paid", "shipped", "completed"].includes(of.state);
  return html`<section class="card"><div class="row top"><div class="grow"><h2>${of.store_name}</h2><p class="muted small">${t("trading:placed", { when: day(of.placed_at) })}</p></div><${OrderState} of=${of.state} /></div>
      ${of.lines.map((line) => html`<div class="row top" key=${line.id}><span class="grow">${line.title}${line.variant_title ? html` <span class="muted small">${line.variant_title}</span>` : null}<span class="muted small trade-block">${t("trading:pieces_at", { count: line.quantity, price: money(line.price) })}</span></span><span class="number">${money(line.net)}</span></div>`)}</section>
    <section class="card"><h2>${t("trading:payment")}</h2>
      <${Meter} part=${of.paid.amount} whole=${of.total.amount} label=${t("trading:paid_of", { paid: money(of.paid), total: money(of.total) })} />
      <${Pairs} of=${[[t("trading:paid_so_far"), money(of.paid)], of.bargain && [t("trading:balance"), money(of.balance)], of.bargain && [t("trading:balance_until"), owing ? ago(of.balance_due_at) : "–"], [t("trading:total"), money(of.total), { sum: true }]]} />
      ${owing ? html`<${Note} tone="warn">${of.bargain?.forfeit ? t("trading:balance_text_forfeit", { share: points(of.bargain.forfeit) }) : t("trading:balance_text")}<//>` : null}
      ${of.state === "paid" ? html`<${Note} tone="good">${t("trading:paid_text")}<//>` : null}</section>
    ${of.bargain ? html`<section class="card"><h2>${t("trading:agreed_on")}</h2><${Pairs} of=${[[t("trading:deposit"), points(of.bargain.deposit)], [t("trading:balance_within"), t("trading:days", { count: of.bargain.balance_days })],
      [t("trading:forfeit"), points(of.bargain.forfeit)], [t("trading:ships_within"), t("trading:days", { count: of.bargain.ship_days })], [t("trading:inspect_within"), t("trading:days", { count: of.bargain.inspect_days })]]} /></section>` : null}
    <section class="card"><h2>${t("trading:goes_to")}</h2><p>${of.destination.recipient} <span class="muted number">${of.destination.phone}</span></p><p>${of.destination.region_name} ${of.destination.street}</p></section>
    <div class="row wrap"><${Button} look="plain" icon="package" href=${to(`/orders/${of.id}`)}>${t("trading:track")}<//>
      ${owing ? html`<${Button} look="quiet" icon="hand-coins" onClick=${() => setDoing("credit")}>${t("trading:pay_later")}<//>` : null}
      ${sellable ? html`<${Button} look="quiet" icon="tags" onClick=${() => setDoing("resell")}>${t("trading:sell_on")}<//>` : null}</div>
    ${owing ? html`<div class="dock"><${Button} wide icon="wallet" onClick=${() => setDoing("balance")}>${t("trading:pay_balance", { amount: money(of.balance) })}<//></div>` : null}
    ${doing === "balance" ? html`<${PaySheet} title=${t("trading:balance")} amount=${of.balance} onClose=${close} pay=${(key, wish) => post(`/orders/${of.id}/balance`, wish, { key })} done=${(paid) => { close(); set(paid); }}>
      <p>${t("trading:balance_then")}</p><//>` : null}
    ${doing === "credit" ? html`<${NetTerms} of=${of} onClose=${close} done=${() => { close(); again(); }} />` : null}
    ${doing === "resell" ? html`<${Resale} of=${of} store=${store} onClose=${close} />` : null}`;
}
