/** One's order: how far it is, its parcel, its money, and what one can do. */
import { get, post } from "../../api.js";
import { money, moment } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { go, to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Item, Pairs } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Loaded } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { Lines, Sums } from "./bill.js";
import { deedsOf, stateOf, stepsOf } from "./order-state.js";
import { PaySheet } from "./pay.js";
import { Refused } from "./refused.js";
import { RefundCard } from "./refund-card.js";
import { Parcel } from "./parcel.js";

export default function Order({ order: id }) {
  const found = useLoaded(() => load(id), [id]);
  const [sheet, open] = useState("");
  const talk = useDeed((key) => post("/conversations", { order_id: id }, { key }), { done: (told) => go(`/chats/${told.id}`) });
  const changed = (said) => async () => { open(""); toast(said); await found.reload({ quiet: true }); };
  return html`<${Screen} title=${t("buying:order")} up="/orders" narrow><${Loaded} from=${found} lines=${4}>${({ order, refunds, tracking }) => {
    const may = deedsOf(order);
    const state = stateOf(order);
    return html`
      <section class="card" aria-live="polite"><div class="row wrap"><h2 class="grow">${state.words}</h2>${order.bargain ? html`<${Badge} tone="good">${t("buying:agreed_price")}<//>` : null}</div>
        ${state.hint ? html`<p class="muted">${state.hint}</p>` : null}<${Steps} order=${order} /></section>
      ${refunds.map((one) => html`<${RefundCard} refund=${one} order=${order} key=${one.id} onChange=${() => found.reload({ quiet: true })} />`)}
      ${tracking ? html`<${Parcel} tracking=${tracking} />` : null}
      <section class="card" aria-labelledby="bought"><div class="row"><h2 id="bought" class="grow clip">${order.store_name}</h2><${Button} look="quiet" slim icon="message-circle" busy=${talk.busy} onClick=${() => talk.run()}>${t("buying:ask")}<//></div>
        <${Refused} problem=${talk.problem} />
        <${Lines} lines=${order.lines} href=${(line) => to(`/goods/${line.listing_id}`)} agreed=${Boolean(order.bargain)} /><${Sums} of=${order} total=${order.total} />
        ${order.balance.amount ? html`<${Pairs} of=${[[t("buying:deposit_paid"), money(order.paid)], [t("buying:balance_open"), money(order.balance), { sum: true }]]} />` : null}
        ${order.refunded.amount ? html`<${Pairs} of=${[[t("buying:came_back"), money(order.refunded)]]} />` : null}</section>
      <section class="card" aria-labelledby="where"><h2 id="where">${t("buying:ship_to")}</h2><p><b>${order.destination.recipient}</b> <span class="muted number">${order.destination.phone}</span></p>
        <p>${order.destination.region_name} ${order.destination.street}</p><p class="muted small">${t("buying:placed_at", { when: moment(order.placed_at) })}</p></section>
      ${may.refund || may.extend || may.cancel ? html`<ul class="list">
        ${may.refund ? html`<${Item} href=${to(`/orders/${id}/refund`)} before=${html`<${Icon} name="undo-2" />`} title=${t("buying:ask_refund")} under=${t("buying:ask_refund_text")} />` : null}
        ${may.extend ? html`<${Item} onClick=${() => open("extend")} before=${html`<${Icon} name="clock" />`} title=${t("buying:extend")} under=${t("buying:extend_text")} />` : null}
        ${may.cancel ? html`<${Item} onClick=${() => open("cancel")} before=${html`<${Icon} name="circle-x" />`} title=${t("buying:cancel_order")} under=${t("buying:cancel_order_text")} />` : null}</ul>` : null}
      ${may.confirm ? html`<div class="dock"><${Button} wide icon="check" onClick=${() => open("confirm")}>${t("buying:confirm_receipt")}<//></div>` : null}
      ${may.balance ? html`<div class="dock"><${Button} wide onClick=${() => open("balance")}>${t("buying:pay_balance", { amount: money(order.balance) })}<//></div>` : null}
      ${may.review ? html`<div class="dock"><${Button} wide icon="star" href=${to(`/orders/${id}/review`)}>${t("buying:review")}<//></div>` : null}
      ${sheet === "confirm" ? html`<${Ask} path=${`/orders/${id}/confirm`} title=${t("buying:confirm_receipt")} deed=${t("buying:confirm_pay", { amount: money(left(order)) })} onClose=${() => open("")} onDone=${changed(t("buying:confirmed"))}>${t("buying:confirm_text", { store: order.store_name, amount: money(left(order)) })}<//>` : null}
      ${sheet === "extend" ? html`<${Ask} path=${`/orders/${id}/extend`} title=${t("buying:extend")} deed=${t("buying:extend")} onClose=${() => open("")} onDone=${changed(t("buying:extended"))}>${t("buying:extend_sheet")}<//>` : null}
      ${sheet === "cancel" ? html`<${Ask} path=${`/orders/${id}/cancel`} title=${t("buying:cancel_order")} deed=${t("buying:cancel_for", { amount: money(order.paid) })} look="danger" onClose=${() => open("")} onDone=${changed(t("buying:cancelled"))}>${t(order.state === "deposited" && order.bargain?.forfeit ? "buying:cancel_forfeit" : "buying:cancel_sheet", { amount: money(order.paid) })}<//>` : null}
      ${sheet === "balance" ? html`<${PaySheet} walletOnly total=${order.balance} onClose=${() => open("")} pay=${({ key, pin }) => post(`/orders/${id}/balance`, { pin: pin || null }, { key })} onDone=${changed(t("buying:balance_paid"))} />` : null}`;
  }}<//><//>`;
}

/** What goes to the seller when receipt is confirmed. */
const left = (order) => ({ ...order.total, amount: order.total.amount - order.refunded.amount });

async function load(id) {
  const [order, refunds] = await Promise.all([get(`/orders/${id}`), get(`/orders/${id}/refunds`).catch(() => ({ items: [] }))]);
  const tracking = order.shipped_at ? await get(`/orders/${id}/tracking`).catch(() => null) : null;
  return { order, refunds: refunds.items, tracking };
}

function Steps({ order }) {
  return html`<ol class="steps stacked">${stepsOf(order).map((one) => html`<li key=${one.name} class=${one.done ? "done" : ""}><b>${t(`buying:step_${one.name}`)}</b>
    <span class="muted small">${one.at ? moment(one.at) : one.done ? t("done") : t("buying:not_yet")}</span></li>`)}</ol>`;
}

/** A deed that is asked for once more, with what it means. */
function Ask({ path, title, deed: words, look, onClose, onDone, children }) {
  const deed = useDeed((key) => post(path, undefined, { key }), { done: onDone });
  return html`<${Sheet} title=${title} onClose=${onClose}><p>${children}</p><${Refused} problem=${deed.problem} />
    <${Button} wide look=${look ?? ""} busy=${deed.busy} onClick=${() => deed.run()}>${words}<//><${Button} wide look="plain" onClick=${onClose}>${t("buying:not_now")}<//><//>`;
}
