/** What is owed, what it takes to be rid of it today, and a payment. */
import { get, post } from "../../../api.js";
import { money } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, useLoaded } from "../../../loading.js";
import { to } from "../../../router.js";
import { Amount, Form } from "../../../ui/form.js";
import { html, useState } from "../../../ui/html.js";
import { Button, Pairs, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { Loaded } from "../../../ui/states.js";
import { toast } from "../../../ui/toast.js";

const PARTS = ["principal", "interest", "fee", "penalty"];

export function Owed({ of, onChange }) {
  const [paying, pay] = useState(null);
  const { currency } = of.amount;
  const told = (amount) => money({ amount, currency });
  const done = (next) => { pay(null); toast(t("credit:paid")); onChange(next); };
  const open = of.state === "active" || of.state === "written_off";
  if (of.state === "repaid") return null;
  return html`<section class="card" aria-labelledby="owing"><h2 id="owing">${t("credit:owing")}</h2>
    <${Pairs} of=${[...PARTS.map((name) => of.owed[name] && [t(`credit:${name}`), told(of.owed[name])]), [t("credit:owed"), told(of.owed.total), { sum: true }]]} />
    <div class="two"><${Button} look="quiet" disabled=${!open} onClick=${() => pay("part")}>${t("credit:pay_part")}<//>
      <${Button} disabled=${!open} onClick=${() => pay("all")}>${t("credit:pay_all")}<//></div>
    ${paying ? html`<${Pay} of=${of} way=${paying} onClose=${() => pay(null)} onDone=${done} />` : null}</section>`;
}

function Pay({ of, way, onClose, onDone }) {
  const { currency } = of.amount;
  const payoff = useLoaded(() => get(`/loans/${of.id}/payoff`), [of.id]);
  const wallet = useLoaded(() => get("/wallet"));
  const [amount, setAmount] = useState(way === "part" ? of.schedule[0]?.total ?? null : null);
  const deed = useDeed((key, wish) => post(`/loans/${of.id}/payments`, wish, { key }), { done: onDone });
  const said = (value) => money({ amount: value, currency });
  return html`<${Sheet} title=${t(way === "all" ? "credit:pay_all" : "credit:pay_part")} onClose=${onClose}>
    <${Loaded} from=${payoff} lines=${1}>${({ total, owed }) => html`<${Form} passing label=${t("credit:pay_part")} onSubmit=${() => deed.run(way === "all" ? {} : { amount })}>
      ${way === "all" ? html`<p>${t("credit:payoff_text")}</p>` : html`<${Amount} label=${t("credit:how_much")} name="amount" value=${amount} onChange=${setAmount} currency=${currency} problem=${deed.problem} />`}
      <${Pairs} of=${[
        [t("credit:principal"), said(owed.principal)], [t("credit:interest"), said(owed.interest)], owed.fee && [t("credit:fee"), said(owed.fee)], owed.penalty && [t("credit:penalty"), said(owed.penalty)],
        [t("credit:payoff"), money(total), { sum: true }], [t("credit:in_wallet"), wallet.data ? money(wallet.data.available) : "–"],
      ]} />
      <${Refusal} problem=${deed.problem} />
      ${deed.problem?.code === "insufficient_funds" ? html`<${Button} look="quiet" wide href=${to("/wallet")}>${t("credit:to_wallet")}<//>` : null}
      <${Button} type="submit" wide busy=${deed.busy} disabled=${way === "part" && !amount}>${t("credit:pay", { amount: way === "all" ? money(total) : amount ? said(amount) : "" })}<//>
    <//>`}<//><//>`;
}
