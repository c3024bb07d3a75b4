/** Net terms: a loan pays the balance at once, and one pays the loan at the end. */
import { get, post } from "../../api.js";
import { day, money, points } from "../../format.js";
import { language, t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { Check, Choice, Form } from "../../ui/form.js";
import { html, useEffect, useState } from "../../ui/html.js";
import { Button, Note, Pairs, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Loaded } from "../../ui/states.js";

const MONTHS = [1, 2, 3, 6];

/** What one may borrow; it is reckoned now for whom it never was. */
const reckoned = () => get("/credit").catch((problem) => { if (problem.status === 404) return post("/credit"); throw problem; });

export function NetTerms({ of, onClose, done }) {
  const credit = useLoaded(reckoned);
  const [decided, setDecided] = useState(null);
  return html`<${Sheet} title=${t("trading:pay_later")} onClose=${onClose}><div class="trade-paying stack">
    ${decided?.decision === "approved" ? html`<${Contract} of=${decided} done=${done} />`
      : html`<${Loaded} from=${credit} lines=${2}>${(told) => html`<${Apply} of=${of} credit=${told} refused=${decided} onDecided=${setDecided} />`}<//>`}</div><//>`;
}

function Apply({ of, credit, refused, onDecided }) {
  const [months, setMonths] = useState("1");
  const [consent, setConsent] = useState(false);
  const deed = useDeed((key, wish) => post("/loans", wish, { key }), { done: onDecided });
  const wish = { amount: of.balance.amount, months: Number(months), purpose: "stock", product: "interest_only", order_id: of.id, consent: true };
  const reasons = refused?.reasons ?? [];
  return html`<${Form} label=${t("trading:pay_later")} onSubmit=${() => deed.run(wish)}>
    <p>${t("trading:pay_later_text", { amount: money(of.balance) })}</p>
    <${Pairs} of=${[[t("trading:credit_limit"), money(credit.limit)], [t("trading:yearly_rate"), points(credit.annual_rate)]]} />
    <${Choice} label=${t("trading:pay_back_in")} name="months" value=${months} onChange=${setMonths} options=${MONTHS.map((count) => [String(count), t("trading:months", { count })])} />
    <${Check} label=${t("trading:credit_consent")} name="consent" value=${consent} onChange=${setConsent} />
    ${refused ? html`<${Note} tone="warn">${t("trading:credit_refused", { amount: money(refused.available) })}${reasons.length ? html`<ul>${reasons.map((one) => html`<li key=${one.code}>${one.text[language.get()]}</li>`)}</ul>` : null}<//>` : null}
    <${Refusal} problem=${deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!consent}>${t("trading:apply")}<//><//>`;
}

function Contract({ of, done }) {
  const { loan, contract } = of;
  const [read, setRead] = useState("");
  const deed = useDeed((key) => post(`/loans/${loan.id}/accept`, { contract: contract.digest }, { key }), { done, said: t("trading:credit_taken") });
  useEffect(() => {
    const bytes = Uint8Array.from(atob(contract.pdf), (one) => one.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
    setRead(address);
    return () => URL.revokeObjectURL(address);
  }, []);
  const last = loan.schedule.at(-1);
  return html`<${Form} label=${t("trading:pay_later")} onSubmit=${() => deed.run()}>
    <${Note} tone="good">${t("trading:credit_granted")}<//>
    <${Pairs} of=${[[t("trading:pays_balance"), money(loan.amount)], [t("trading:yearly_rate"), points(loan.annual_rate)], last && [t("trading:due"), day(last.due)], [t("trading:cost"), money(loan.total_cost), { sum: true }]]} />
    <${Button} look="quiet" wide icon="download" href=${read} download="contract.pdf">${t("trading:read_contract")}<//>
    <${Refusal} problem=${deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy}>${t("trading:accept_contract")}<//><//>`;
}
