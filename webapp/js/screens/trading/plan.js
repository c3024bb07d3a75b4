/** A supplier's yearly plan: what is used of it this month, what is owed, the other plans with their price now. */
import { get, post } from "../../api.js";
import { day, money, number } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded, usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Item, Meter, Note, Pairs, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded, Pages } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";

const TONES = { paid: "good", open: "bad", uncollected: "warn" };
const called = (tier) => t(`trading:tier_${tier}`);

export default function Plan({ store }) {
  const path = `/stores/${store}/membership`;
  const loaded = useLoaded(() => get(path), [store]);
  const invoices = usePages((cursor) => get(`${path}/invoices`, { cursor }), [store]);
  const [wanted, want] = useState(null);
  const changed = (next, said) => {
    loaded.set(next);
    want(null);
    toast(said);
    invoices.reload({ quiet: true });
  };
  const each = (one) => html`<${Item} key=${one.id} before=${html`<${Icon} name="receipt" />`} title=${money(one.total)} under=${`${one.lines.map(lineWords).join(" · ")} · ${day(one.issued_at)}`}
    after=${html`<${Badge} tone=${TONES[one.state]}>${t(`trading:invoice_${one.state}`)}<//>`} />`;
  return html`<${Screen} title=${t("trading:plan")} up=${`/sell/${store}/supplying`} narrow>
    <${Loaded} from=${loaded} lines=${4}>${(one) => html`<div class="view">
      ${one.owed ? html`<${Owed} of=${one} path=${path} onPaid=${(next) => changed(next, t("trading:plan_paid"))} />` : null}
      <${Used} of=${one} />
      ${one.changes.length ? html`<h2>${t("trading:other_plans")}</h2><ul class="plans">${one.changes.map((each_) => html`<${Other} key=${each_.plan.tier} of=${each_} onWant=${() => want(each_)} />`)}</ul>` : null}
      <h2>${t("trading:plan_invoices")}</h2>
      <${Pages} from=${invoices} each=${each} empty=${html`<${Empty} icon="receipt" title=${t("trading:no_plan_invoices")} />`} /></div>`}<//>
    ${wanted ? html`<${Change} to=${wanted} path=${path} onClose=${() => want(null)} onDone=${(next) => changed(next, t("trading:plan_changed", { plan: called(next.plan.tier) }))} />` : null}
  <//>`;
}

function Used({ of }) {
  const whole = of.plan.answers_a_month;
  return html`<section class="card hero" aria-labelledby="plan"><div class="row"><h2 id="plan" class="grow">${called(of.plan.tier)}</h2>
      <span class="muted">${of.plan.price.amount ? t("trading:each_year", { amount: money(of.plan.price) }) : t("trading:plan_for_nothing")}</span></div>
    ${of.year_ends ? html`<p class="small muted">${t("trading:plan_renews", { at: day(of.year_ends) })}</p>` : null}
    <p class="row"><span class="grow">${t("trading:answered_this_month")}</span><span class="number small">${t("trading:part_of", { part: number(of.answered), whole: number(whole) })}</span></p>
    <${Meter} part=${of.answered} whole=${whole} label=${t("trading:answered_this_month")} />
    <p class="small muted">${t("trading:plan_counts")}</p></section>`;
}

function Owed({ of, path, onPaid }) {
  const deed = useDeed((key) => post(`${path}/pay`, undefined, { key }), { done: onPaid });
  return html`<${Note} tone="bad"><p>${t("trading:plan_unpaid", { at: day(of.grace_until) })}</p><${Refused} problem=${deed.problem} />
    <${Button} wide busy=${deed.busy} onClick=${() => deed.run()}>${t("trading:pay_plan", { amount: money(of.owed) })}<//><//>`;
}

function Other({ of: { plan }, onWant }) {
  return html`<li class="card plan"><h3>${called(plan.tier)}</h3>
    <p>${plan.price.amount ? html`<span class="amount">${money(plan.price)}</span> <span class="small muted">${t("trading:a_year")}</span>` : html`<span class="amount">${t("trading:plan_for_nothing")}</span>`}</p>
    <ul class="points good"><li><${Icon} name="check" /><span>${t("trading:answers_a_month", { count: plan.answers_a_month })}</span></li></ul>
    <${Button} look=${plan.price.amount ? "" : "quiet"} wide onClick=${onWant}>${t("trading:take_plan", { plan: called(plan.tier) })}<//></li>`;
}

function Change({ to: { plan, lines, total }, path, onClose, onDone }) {
  const wallet = useLoaded(() => get("/wallet"));
  const deed = useDeed((key) => post(path, { tier: plan.tier }, { key }), { done: onDone });
  const name = called(plan.tier);
  return html`<${Sheet} title=${t("trading:take_plan", { plan: name })} onClose=${onClose}>
    <${Pairs} of=${[...lines.map((one) => [lineWords(one), money(one.amount, { sign: one.amount.amount < 0 })]),
      [t(total.amount < 0 ? "trading:plan_back" : "trading:plan_now"), money({ ...total, amount: Math.abs(total.amount) }), { sum: true }],
      [t("trading:in_wallet"), wallet.data ? money(wallet.data.available) : "–"]]} />
    <p class="small muted">${t(plan.price.amount ? "trading:plan_change_text" : "trading:plan_end_text")}</p>
    <${Refused} problem=${deed.problem} />
    <${Button} wide busy=${deed.busy} onClick=${() => deed.run()}>${t(total.amount > 0 ? "trading:pay_and_take_plan" : "trading:take_plan", { amount: money(total), plan: name })}<//>
    <${Button} look="plain" wide onClick=${onClose}>${t("frame:cancel")}<//><//>`;
}

const Refused = ({ problem }) => html`<${Refusal} problem=${problem} />
  ${problem?.code === "insufficient_funds" ? html`<${Button} look="quiet" wide href=${to("/wallet")}>${t("trading:top_up")}<//>` : null}`;

const DAY = 86_400;

function lineWords({ kind, tier, seconds }) {
  return t(`trading:line_${kind}`, { plan: called(tier), days: number(seconds / DAY, { maximumFractionDigits: 1 }) });
}
