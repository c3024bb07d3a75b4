/** One's wallet: what is in it, what came and went, and the ways in and out. */
import { get } from "../../api.js";
import { money, moment } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded, usePages } from "../../loading.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, Meter, Money } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { PayoutSheet, everyWords, loadPlan } from "./payout.js";
import { PinSheet } from "./pin.js";
import { StatementSheet } from "./statement.js";
import { TopUpSheet } from "./top-up.js";
import { WithdrawSheet } from "./withdraw.js";

export default function Wallet({ query }) {
  const wallet = useLoaded(() => get("/wallet"));
  const entries = usePages((cursor) => get("/wallet/entries", { cursor, limit: 20 }));
  const rest = useLoaded(() => Promise.all([get("/wallet/pin"), get("/wallet/limits"), loadPlan()]));
  const [sheet, open] = useState(query.topup ? "top-up" : "");
  const changed = () => { open(""); for (const one of [wallet, entries, rest]) one.reload({ quiet: true }); };
  const close = () => open("");
  const [pin, limits, plan] = rest.data ?? [];
  const empty = html`<${Empty} icon="wallet" title=${t("buying:no_entries")}>${t("buying:no_entries_text")}<//>`;
  return html`<${Screen} title=${t("buying:wallet")} up="/me" narrow>
    <section class="card my-purse" aria-label=${t("buying:balance")}><span class="small">${t("buying:available_now")}</span>
      ${wallet.data ? html`<${Money} of=${wallet.data.available} look="amount" />` : html`<span class="amount"> </span>`}
      ${wallet.data && wallet.data.balance.amount !== wallet.data.available.amount ? html`<span class="small">${t("buying:balance_whole", { amount: money(wallet.data.balance) })}</span>` : null}
      <div class="two"><${Button} look="quiet" icon="plus" onClick=${() => open("top-up")}>${t("buying:top_up")}<//><${Button} look="quiet" icon="landmark" disabled=${!wallet.data?.available.amount} onClick=${() => open("withdraw")}>${t("buying:withdraw")}<//></div></section>
    <ul class="list">
      <li><button type="button" class="item tap" disabled=${!pin} onClick=${() => open("pin")}><${Icon} name="lock" /><span class="grow"><span>${t("buying:pin")}</span><span class="muted small">${pin ? t(pin.locked_until ? "buying:pin_locked" : pin.is_set ? "buying:pin_set" : "buying:pin_none", { when: pin.locked_until ? moment(pin.locked_until) : "" }) : t("loading")}</span></span><span class="go"><${Icon} name="chevron-right" /></span></button></li>
      <li><button type="button" class="item tap" disabled=${!rest.data || !wallet.data} onClick=${() => open("payout")}><${Icon} name="calendar" /><span class="grow"><span>${t("buying:payout")}</span><span class="muted small">${!rest.data ? t("loading") : plan ? t("buying:payout_next", { every: everyWords(plan.every), when: moment(plan.next_at) }) : t("buying:payout_none")}</span></span><span class="go"><${Icon} name="chevron-right" /></span></button></li>
      <li><button type="button" class="item tap" onClick=${() => open("statement")}><${Icon} name="file-text" /><span class="grow"><span>${t("buying:statement")}</span><span class="muted small">${t("buying:statement_text")}</span></span><span class="go"><${Icon} name="chevron-right" /></span></button></li></ul>
    <section class="stack" aria-labelledby="entries"><h2 id="entries">${t("buying:entries")}</h2><${Pages} from=${entries} each=${(one, place) => html`<${Entry} entry=${one} key=${place} />`} empty=${empty} /></section>
    ${limits && entries.data ? html`<${Limits} of=${limits} />` : null}
    ${sheet === "top-up" ? html`<${TopUpSheet} wish=${Number(query.topup) || null} limits=${limits} onClose=${close} onDone=${changed} />` : null}
    ${sheet === "withdraw" ? html`<${WithdrawSheet} wallet=${wallet.data} pin=${pin} onClose=${close} onDone=${changed} />` : null}
    ${sheet === "payout" ? html`<${PayoutSheet} plan=${plan} currency=${wallet.data.balance.currency} pin=${pin} onClose=${close} onDone=${changed} />` : null}
    ${sheet === "pin" ? html`<${PinSheet} pin=${pin} onClose=${close} onDone=${changed} />` : null}
    ${sheet === "statement" ? html`<${StatementSheet} onClose=${close} />` : null}
  <//>`;
}

const ICONS = { top_up: "plus", purchase: "shopping-cart", sale: "store", refund: "undo-2", withdrawal: "landmark", withdrawal_returned: "landmark", commission: "percent", loan: "hand-coins", loan_repayment: "hand-coins", ad_funds: "megaphone", storage: "hard-drive", carriage: "truck" };

function Entry({ entry }) {
  const came = entry.amount.amount > 0;
  return html`<li class="item"><span class="entry-icon"><${Icon} name=${ICONS[entry.code] ?? (came ? "trending-up" : "trending-down")} /></span><span class="grow"><span>${t(`buying:entry_${entry.code}`)}</span><span class="muted small">${moment(entry.at)}</span></span>
    <span class="end"><b class=${`number ${came ? "good-words" : ""}`}>${money(entry.amount, { sign: true })}</b><span class="muted small number">${t("buying:balance_after", { amount: money(entry.balance) })}</span></span></li>`;
}

function Limits({ of: limits }) {
  return html`<section class="card" aria-labelledby="limits"><h2 id="limits">${t("buying:limits")}</h2><ul class="stack">${limits.items.map((one) => html`<li class="stack tight" key=${one.use}>
    <div class="row"><span class="grow">${t(`buying:limit_${one.use}`)}</span><span class="muted small number">${t("buying:limit_used", { used: money(one.used), daily: money(one.daily) })}</span></div>
    <${Meter} part=${one.used.amount} whole=${one.daily.amount} label=${t(`buying:limit_${one.use}`)} /></li>`)}</ul></section>`;
}
