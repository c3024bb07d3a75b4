/** Haggling between a buyer and a supplier: the proposal that stands, and those before it. Both sides see the same. */
import { post } from "../../api.js";
import { ago, moment, money, points } from "../../format.js";
import { t } from "../../i18n.js";
import { go } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Money, Note, Pairs } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { AskSheet } from "./ask-sheet.js";
import { PaySheet } from "./pay.js";
import { QuoteForm } from "./quote-form.js";

const TONES = { pending: "accent", accepted: "good", declined: "bad" };

/** Quotations by supplier, each thread the latest first. */
export function threads(quotes) {
  const found = new Map();
  for (const one of quotes) found.set(one.store_id, [...(found.get(one.store_id) ?? []), one]);
  return [...found.values()].map((thread) => thread.toSorted((a, b) => b.created_at.localeCompare(a.created_at)));
}

/** What is paid at once of a quotation. */
export const depositOf = (quote) => ({ ...quote.total, amount: Math.ceil((quote.total.amount * quote.deposit) / 10_000) });

/** `side` is whose screen this is: `buyer` or `supplier`. */
export function Thread({ of, side, base, again }) {
  const [doing, setDoing] = useState(null);
  const [now, ...before] = of;
  const waiting = now.state === "pending";
  const mine = now.by === side;
  const path = `/quote-requests/${now.request_id}/quotes/${now.id}`;
  const close = () => setDoing(null);
  const said = { accept: [t("trading:accept_quote"), t("trading:accept_quote_text")], decline: [t("trading:decline"), t("trading:decline_text")], retract: [t("trading:retract"), t("trading:retract_text")] };
  return html`<article class="card" aria-label=${t("trading:proposal_of", { goods: now.title })}>
    <div class="row top"><div class="grow"><p class="muted small">${mine ? t("trading:you_propose") : t(`trading:${now.by}_proposes`)} · ${ago(now.created_at)}</p>
      <p><${Money} of=${now.price} look="price trade-big-price" /> <span class="muted">× ${now.quantity}</span></p></div><${Badge} tone=${TONES[now.state] ?? ""}>${t(`trading:quote_${now.state}`)}<//></div>
    ${now.text ? html`<p class="prose trade-said">${now.text}</p>` : null}
    <${Conditions} of=${now} />
    ${before.length ? html`<details class="trade-more"><summary>${t("trading:rounds_before", { count: before.length })}</summary><ol class="trade-rounds">${before.map((one) => html`<li key=${one.id} class=${one.by === side ? "mine" : ""}>
      <strong class="number">${money(one.price)} × ${one.quantity}</strong> <span class="small muted">${one.by === side ? t("trading:you") : t(`trading:${one.by}`)} · ${ago(one.created_at)}</span>${one.text ? html`<p class="prose small">${one.text}</p>` : null}</li>`)}</ol></details>` : null}
    ${waiting && !mine ? html`<div class="row wrap"><${Button} icon="check" onClick=${() => setDoing("accept")}>${t("trading:accept_quote")}<//>
      <${Button} look="quiet" onClick=${() => setDoing("counter")}>${t("trading:counter")}<//><${Button} look="plain" onClick=${() => setDoing("decline")}>${t("trading:decline")}<//></div>
      <p class="muted small">${t("trading:stands_until", { when: moment(now.expires_at) })}</p>` : null}
    ${waiting && mine ? html`<${Note} icon="clock">${t("trading:waits_for_answer", { when: ago(now.expires_at) })}<//><${Button} look="plain" slim onClick=${() => setDoing("retract")}>${t("trading:retract")}<//>` : null}
    ${now.state === "accepted" ? html`<${Agreed} of=${now} side=${side} base=${base} onOrder=${() => setDoing("order")} />` : null}
    ${doing in said ? html`<${AskSheet} title=${said[doing][0]} look=${doing === "accept" ? "" : "danger"} onClose=${close} done=${again} deed=${(key) => post(`${path}/${doing}`, undefined, { key })}>
      <p>${said[doing][1]}</p>${doing === "accept" ? html`<${Conditions} of=${now} />` : null}<//>` : null}
    ${doing === "counter" ? html`<${Sheet} title=${t("trading:counter")} onClose=${close}><${QuoteForm} from=${now} label=${t("trading:counter")}
      send=${(key, wish) => post(`${path}/counter`, wish, { key })} done=${async () => { close(); await again(); }} /><//>` : null}
    ${doing === "order" ? html`<${PaySheet} title=${t("trading:order_agreed")} amount=${depositOf(now)} address onClose=${close} pay=${(key, wish) => post("/checkouts", { ...wish, offer_id: now.id }, { key })}
      done=${(bought) => go(`${base}/orders/${bought.orders[0].id}`)}><p>${now.title} · ${t("trading:pieces_at", { count: now.quantity, price: money(now.price) })}</p><${Conditions} of=${now} /><//>` : null}
  </article>`;
}

function Agreed({ of, side, base, onOrder }) {
  const kept = of.reserved_until && new Date(of.reserved_until) > Date.now();
  if (side === "supplier") return html`<${Note} tone="good">${t("trading:agreed_supplier")}<//>`;
  if (!kept) return html`<${Note}>${t("trading:agreed_over")}<//>`;
  return html`<${Note} tone="good">${t("trading:agreed_buyer", { when: moment(of.reserved_until) })}<//>
    <${Button} wide icon="shopping-cart" onClick=${onOrder}>${of.deposit < 10_000 ? t("trading:pay_deposit", { amount: money(depositOf(of)) }) : t("trading:pay_amount", { amount: money(of.total) })}<//>`;
}

/** How a quotation is paid and carried out. */
export const Conditions = ({ of }) => html`<${Pairs} of=${[
  of.deposit < 10_000 && [t("trading:deposit"), `${points(of.deposit)} · ${money(depositOf(of))}`],
  of.deposit < 10_000 && [t("trading:balance_within"), t("trading:days", { count: of.balance_days })],
  of.forfeit > 0 && [t("trading:forfeit"), points(of.forfeit)],
  [t("trading:ships_within"), t("trading:days", { count: of.ship_days })],
  [t("trading:inspect_within"), t("trading:days", { count: of.inspect_days })],
  [t("trading:total"), money(of.total), { sum: true }]]} />`;
