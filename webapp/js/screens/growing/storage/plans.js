/** The plans side by side, and a change from one to another with its price before anything is done. */
import { get, post } from "../../../api.js";
import { bytes, money, number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, useLoaded } from "../../../loading.js";
import { to as placeOf } from "../../../router.js";
import { html, useState } from "../../../ui/html.js";
import { Icon } from "../../../ui/icon.js";
import { Badge, Button, Pairs, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { Failure, Loaded } from "../../../ui/states.js";

/** `named` is the plan that somebody was sent here for. */
export function Plans({ now, named, onChange }) {
  const plans = useLoaded(() => get("/storage/plans"));
  const [wanted, want] = useState(null);
  return html`<section class="stack" aria-labelledby="plans"><h2 id="plans">${t("storage:plans")}</h2>
    <${Loaded} from=${plans} lines=${3}>${({ items }) => html`<ul class="plans">${items.map((one) => html`<${Plan} key=${one.code} of=${one} has=${one.code === now.plan.code} named=${one.code === named} onWant=${() => want(one)} />`)}</ul>`}<//>
    ${wanted ? html`<${Change} to=${wanted} onClose=${() => want(null)} onDone=${(next) => { want(null); onChange(next); }} />` : null}</section>`;
}

function Plan({ of, has, named, onWant }) {
  const metered = of.code === "pay_as_you_go";
  const line = (words) => html`<li><${Icon} name="check" /><span>${words}</span></li>`;
  return html`<li class=${`card plan${has ? " has" : ""}`}><div class="row"><h3 class="grow">${t(`growing:plan_${of.code}`)}</h3>
      ${has ? html`<${Badge} tone="good">${t("storage:yours")}<//>` : named ? html`<${Badge} tone="accent">${t("storage:fits")}<//>` : null}</div>
    <p>${of.price.amount ? html`<span class="amount">${money(of.price)}</span> <span class="small muted">${t("storage:period")}</span>` : html`<span class="amount">${metered ? t("storage:by_use") : t("storage:for_nothing")}</span>`}</p>
    <ul class="points good">${line(t("storage:holds", { size: bytes(of.stored_bytes) }))}
      ${metered ? line(t("storage:counted")) : html`${line(t("storage:serves", { requests: number(of.requests, { notation: "compact" }) }))}${line(t("storage:sends", { size: bytes(of.bandwidth_bytes) }))}`}</ul>
    ${has ? null : html`<${Button} look=${named ? "" : "quiet"} wide onClick=${onWant}>${t("storage:take")}<//>`}</li>`;
}

function Change({ to: plan, onClose, onDone }) {
  const quote = useLoaded(() => get("/storage/quote", { plan: plan.code }), [plan.code]);
  const wallet = useLoaded(() => get("/wallet"));
  const deed = useDeed((key) => post("/storage/plan", { plan: plan.code }, { key }), { done: onDone });
  const name = t(`growing:plan_${plan.code}`);
  return html`<${Sheet} title=${t("storage:take_plan", { plan: name })} onClose=${onClose}>
    ${quote.problem ? html`<${Failure} problem=${quote.problem} />` : html`<${Loaded} from=${quote} lines=${1}>${({ lines, total }) => html`<div class="view">
      <${Pairs} of=${[...lines.map((one) => [lineWords(one), money(one.amount, { sign: one.amount.amount < 0 })]),
        [t(total.amount < 0 ? "storage:you_get" : "storage:you_pay"), money({ ...total, amount: Math.abs(total.amount) }), { sum: true }],
        [t("storage:in_wallet"), wallet.data ? money(wallet.data.available) : "–"]]} />
      <p class="small muted">${t(plan.price.amount ? "storage:change_text" : "storage:change_free_text")}</p>
      <${Refusal} problem=${deed.problem} />
      ${deed.problem?.code === "insufficient_funds" ? html`<${Button} look="quiet" wide href=${placeOf("/wallet")}>${t("storage:to_wallet")}<//>` : null}
      <${Button} wide busy=${deed.busy} onClick=${() => deed.run()}>${t(total.amount > 0 ? "storage:pay_and_take" : "storage:take_now", { amount: money(total), plan: name })}<//></div>`}<//>`}
    <${Button} look="plain" wide onClick=${onClose}>${t("frame:cancel")}<//><//>`;
}

const GIB = 1024 ** 3;
const DAY = 86_400;

/** A line of an invoice in words, with its quantity as people count it. */
export function lineWords({ kind, plan, quantity }) {
  const said = {
    plan: () => "", remainder: () => t("storage:days_left", { days: number(quantity / DAY, { maximumFractionDigits: 1 }) }),
    stored: () => t("storage:gib_days", { count: number(quantity / GIB / DAY, { maximumFractionDigits: 2 }) }),
    requests: () => number(quantity), bandwidth: () => bytes(quantity),
  }[kind]();
  return `${t(`storage:line_${kind}`, { plan: t(`growing:plan_${plan}`) })}${said ? ` (${said})` : ""}`;
}
