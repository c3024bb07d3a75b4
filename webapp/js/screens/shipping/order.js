/** An order as its merchant sees it: what to do, where it goes, what was bought, its parcels, its refunds and its money. */
import { get, post } from "../../api.js";
import { moment, money, points } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { go, to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Item, Money, Note, Pairs, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Loaded } from "../../ui/states.js";
import { AddressLines } from "../entering/addresses.js";
import { GiveBack } from "./give-back.js";
import { OwnNumber } from "./own-number.js";
import { Parcels, ownParcel } from "./parcels.js";
import { dueWords, orderState, reasonOf, refundState } from "./words.js";

export default function Order({ store, order: id }) {
  const all = useLoaded(() => whole(id), [id]);
  return html`<${Screen} title=${t("shipping:order")} up=${`/sell/${store}/orders`}>
    <${Loaded} from=${all} lines=${4}>${({ order, parcels, own }) => html`<${Whole} key=${order.state} of=${order} store=${store} parcels=${parcels} own=${own} reload=${() => all.reload({ quiet: true })} />`}<//>
  <//>`;
}

/** An order with its parcels, all at once, so that nothing moves when the last of it comes. */
async function whole(id) {
  const [order, { items }] = await Promise.all([get(`/orders/${id}`), get(`/orders/${id}/parcels`)]);
  return { order, parcels: items, own: order.shipped_at && !items.length ? await ownParcel(id) : null };
}

function Whole({ of, store, parcels, own, reload }) {
  const [sheet, setSheet] = useState(null);
  const close = () => setSheet(null);
  const done = () => { close(); reload(); };
  const here = `/sell/${store}/orders/${of.id}`;
  const [words] = orderState(of);
  const shipped = of.state === "shipped";
  const canShip = of.state === "paid" || (shipped && !of.open_refund);
  const booked = parcels.some((one) => one.booking.direction === "out" && one.booking.state === "booked");
  return html`
    <div class="card"><div class="row wrap"><h2 class="grow">${words}</h2><span class="muted small">${moment(of.placed_at)}</span></div>
      ${dueWords(of) ? html`<p class="muted">${dueWords(of)}</p>` : null}
      <p class="muted small">${t(`shipping:means_${of.state}`)}</p></div>
    ${of.open_refund ? html`<${Note} tone="warn"><p>${t("shipping:answer_refund")}</p><a href=${to(`${here}/refunds/${of.open_refund}`)}>${t("shipping:see_refund")}</a><//>` : null}
    <section class="card" aria-labelledby="buyer"><div class="row"><h2 class="grow" id="buyer">${t("shipping:goes_to")}</h2>
        <${Talk} order=${of} store=${store} /></div>
      <${AddressLines} of=${of.destination} /></section>
    <${Parcels} of=${parcels} own=${own} order=${of} store=${store} />
    <${Lines} of=${of} store=${store} />
    <${Refunds} of=${of} here=${here} />
    <${Others} of=${of} booked=${booked} onChoose=${setSheet} />
    ${canShip ? html`<div class="dock">${shipped
      ? html`<${Button} wide look="quiet" icon="package" href=${to(`${here}/ship`)}>${t("shipping:another_parcel")}<//>`
      : html`<${Button} look="quiet" onClick=${() => setSheet("own")}>${t("shipping:own_number")}<//><div class="grow"><${Button} wide icon="truck" href=${to(`${here}/ship`)}>${t("shipping:compare")}<//></div>`}</div>` : null}
    ${sheet === "own" ? html`<${OwnNumber} order=${of} onClose=${close} onDone=${done} />` : null}
    ${sheet === "back" ? html`<${GiveBack} order=${of} onClose=${close} onDone=${done} />` : null}
    ${sheet === "cancel" ? html`<${CallOff} order=${of} onClose=${close} onDone=${done} />` : null}`;
}

function Talk({ order, store }) {
  const deed = useDeed((key) => post("/conversations", { order_id: order.id }, { key }), { done: (talk) => go(`/sell/${store}/chats/${talk.id}`) });
  return html`<${Button} look="quiet" slim icon="message-circle" busy=${deed.busy} onClick=${() => deed.run()}>${t("shipping:talk")}<//><${Refusal} problem=${deed.problem} />`;
}

function Lines({ of, store }) {
  const off = of.discounts.map((one) => [one.code ? t("shipping:coupon", { title: one.title }) : one.title, `−${money(one.amount)}`]);
  const taxes = of.taxes.map((one) => [t(one.included ? "shipping:tax_in" : "shipping:tax_on", { rate: points(one.rate) }), money(one.amount)]);
  return html`<section class="card" aria-labelledby="lines"><h2 id="lines">${t("shipping:lines")}</h2>
    <ul class="sold-lines">${of.lines.map((one) => html`<li key=${one.id} class="row top"><span class="grow"><a href=${to(`/sell/${store}/goods/${one.listing_id}`)}>${one.title}</a>
      <span class="muted small">${[one.variant_title, `${money(one.price)} × ${one.quantity}`].filter(Boolean).join(" · ")}</span>
      ${one.note ? html`<span class="small"><${Icon} name="info" /> ${t("shipping:note", { note: one.note })}</span>` : null}</span><${Money} of=${one.amount} look="" /></li>`)}</ul>
    <${Pairs} of=${[
      ...off, ...taxes.filter((_, at) => !of.taxes[at].included),
      [t("shipping:total"), money(of.total), { sum: true }],
      ...taxes.filter((_, at) => of.taxes[at].included),
      of.balance.amount ? [t("shipping:balance"), money(of.balance)] : null,
      [t("shipping:fee"), `−${money(of.fee)}`],
      of.payment_fee.amount ? [t("shipping:payment_fee"), `−${money(of.payment_fee)}`] : null,
      of.refunded.amount ? [t("shipping:given_back"), `−${money(of.refunded)}`] : null,
    ]} /></section>`;
}

function Refunds({ of, here }) {
  const refunds = useLoaded(() => get(`/orders/${of.id}/refunds`), [of.id, of.open_refund, of.refunded.amount]);
  if (!refunds.data?.items.length) return null;
  return html`<section class="stack" aria-labelledby="refunds"><h2 id="refunds">${t("shipping:refunds")}</h2><ul class="list">
    ${refunds.data.items.map((one) => {
      const [words, tone] = refundState(one.state);
      return html`<${Item} key=${one.id} href=${to(`${here}/refunds/${one.id}`)} before=${html`<${Icon} name="undo-2" />`} title=${money(one.amount)} under=${reasonOf(one.reason)} after=${html`<${Badge} tone=${tone}>${words}<//>`} />`;
    })}</ul></section>`;
}

function Others({ of, booked, onChoose }) {
  const back = ["paid", "shipped"].includes(of.state) && !of.open_refund;
  const off = ["paid", "deposited"].includes(of.state) && !of.open_refund && !booked;
  if (!back && !off) return null;
  return html`<div class="row wrap">
    ${back ? html`<${Button} look="plain" slim icon="undo-2" onClick=${() => onChoose("back")}>${t("shipping:give_back")}<//>` : null}
    ${off ? html`<${Button} look="danger" slim icon="circle-x" onClick=${() => onChoose("cancel")}>${t("shipping:call_off")}<//>` : null}</div>`;
}

function CallOff({ order, onClose, onDone }) {
  const deed = useDeed((key) => post(`/orders/${order.id}/cancel`, undefined, { key }), { done: onDone, said: t("shipping:called_off") });
  return html`<${Sheet} title=${t("shipping:call_off")} onClose=${onClose}>
    <p>${t("shipping:call_off_text", { amount: money(order.paid) })}</p><${Refusal} problem=${deed.problem} />
    <${Button} wide look="danger" busy=${deed.busy} onClick=${() => deed.run()}>${t("shipping:call_off_for", { amount: money(order.paid) })}<//>
  <//>`;
}
