/** What one may borrow and why, an application in one press, and one's loans. */
import { get, post } from "../../../api.js";
import { ago, money, points } from "../../../format.js";
import { language, t } from "../../../i18n.js";
import { useDeed, useLoaded, usePages } from "../../../loading.js";
import { to } from "../../../router.js";
import { html, useState } from "../../../ui/html.js";
import { Icon } from "../../../ui/icon.js";
import { Badge, Button, Item, Refusal } from "../../../ui/parts.js";
import { Screen } from "../../../ui/screen.js";
import { Empty, Loaded, Pages } from "../../../ui/states.js";
import { Apply } from "./apply.js";

export const TONES = { offered: "accent", accepted: "warn", active: "good", repaid: "", written_off: "bad" };
const LEAST = 1_000;

export default function Credit() {
  const credit = useLoaded(() => get("/credit").catch((refused) => {
    if (refused.status === 404) return null;
    throw refused;
  }));
  const loans = usePages((cursor) => get("/loans", { cursor }));
  const [applying, apply] = useState(false);
  const reckon = useDeed((key) => post("/credit", undefined, { key }), { done: (next) => credit.set(next) });
  const each = (one) => html`<${Item} key=${one.id} href=${to(`/credit/${one.id}`)} title=${money(one.amount)} under=${`${t(`credit:purpose_${one.purpose}`)} · ${one.lender}`}
    after=${html`<span class="end"><${Badge} tone=${one.late_since ? "bad" : TONES[one.state]}>${t(one.late_since ? "credit:late" : `credit:state_${one.state}`)}<//>
      ${one.state === "active" ? html`<span class="small muted number">${t("credit:owes", { amount: money({ ...one.amount, amount: one.owed.total }) })}</span>` : null}</span>`} />`;
  return html`<${Screen} title=${t("credit:title")} up="/me" narrow>
    <${Loaded} from=${credit} lines=${4}>${(told) => html`<div class="view">
      ${told === null
        ? html`<${Empty} icon="hand-coins" title=${t("credit:not_reckoned")} action=${html`<${Button} busy=${reckon.busy} onClick=${() => reckon.run()}>${t("credit:reckon")}<//>`}>${t("credit:not_reckoned_text")}<//>`
        : html`<div class="view"><${Limit} of=${told} onApply=${() => apply(true)} reckon=${reckon} /><${Reasons} of=${told} /><${Raises} of=${told} /></div>`}
      <${Refusal} problem=${reckon.problem} />
      <section class="stack" aria-labelledby="loans"><h2 id="loans">${t("credit:loans")}</h2>
        <${Pages} from=${loans} each=${each} empty=${html`<p class="muted">${t("credit:no_loans")}</p>`} /></section></div>`}<//>
    ${applying ? html`<${Apply} credit=${credit.data} onClose=${() => apply(false)} />` : null}
  <//>`;
}

function Limit({ of, onApply, reckon }) {
  const may = of.limit.amount >= LEAST;
  return html`<section class="card hero" aria-labelledby="limit"><h2 id="limit" class="small muted">${t("credit:limit")}</h2>
    <p class="amount number">${money(of.limit)}</p>
    ${may ? html`<p class="muted">${t("credit:at_rate", { rate: points(of.annual_rate) })}</p>` : html`<p>${t("credit:nothing_yet")}</p>`}
    ${may ? html`<${Button} wide icon="hand-coins" onClick=${onApply}>${t("credit:apply")}<//>` : null}
    <div class="row wrap"><p class="small muted grow">${t("credit:reckoned", { when: ago(of.computed_at) })}</p>
      <${Button} look="plain" icon="refresh-cw" busy=${reckon.busy} onClick=${() => reckon.run()}>${t("credit:again")}<//></div></section>`;
}

function Reasons({ of }) {
  if (!of.reasons.length) return null;
  return html`<section class="card" aria-labelledby="reasons"><h2 id="reasons">${t("credit:reasons")}</h2>
    <ul class="points">${of.reasons.map((one) => html`<li key=${one.code}><${Icon} name="info" /><span>${words(one.text)}</span></li>`)}</ul></section>`;
}

function Raises({ of }) {
  if (!of.raises.length) return null;
  return html`<section class="card" aria-labelledby="raises"><h2 id="raises">${t("credit:raises")}</h2>
    <ul class="points good">${of.raises.map((one) => html`<li key=${one.what}><${Icon} name="trending-up" /><span>${words(one.text)}</span></li>`)}</ul></section>`;
}

/** What the API says in both languages. */
export const words = (text) => text[language.get()] ?? text.zh;
