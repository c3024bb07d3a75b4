/** An application: how much, for how long, for what. The decision comes with the answer. */
import { post } from "../../../api.js";
import { money, points } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed } from "../../../loading.js";
import { go } from "../../../router.js";
import { Amount, Check, Choice, Form, Select, useForm } from "../../../ui/form.js";
import { html, useState } from "../../../ui/html.js";
import { Button, Note, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { words } from "./credit.js";

const LEAST = 1_000;
const MONTHS = [1, 3, 6, 12, 24];
const PURPOSES = ["stock", "equipment", "advertising", "wages", "other"];
const PRODUCTS = ["equal_instalments", "equal_principal", "interest_only", "share_of_sales"];
const SHARES = [500, 1_000, 1_500, 2_000, 3_000];

export function Apply({ credit, onClose }) {
  const most = credit.limit.amount;
  const { currency } = credit.limit;
  const { values, bind, set } = useForm({ amount: most, months: 6, purpose: "stock", product: "equal_instalments", share: "1000", consent: true });
  const [refused, refuse] = useState(null);
  const shares = values.product === "share_of_sales";
  const deed = useDeed((key, wish) => post("/loans", wish, { key }), {
    done: (told) => { if (told.loan) go(`/credit/${told.loan.id}`); else refuse(told); },
  });
  const wish = { ...values, share: shares ? Number(values.share) : null };
  return html`<${Sheet} title=${t("credit:apply")} onClose=${onClose}>
    <${Form} label=${t("credit:apply")} onSubmit=${() => { refuse(null); return deed.run(wish); }}>
      <${Amount} label=${t("credit:how_much")} ...${bind("amount")} currency=${currency} problem=${deed.problem} />
      <input type="range" class="slider" aria-label=${t("credit:slide")} min=${LEAST} max=${Math.max(most, LEAST)} step=${step(most)} value=${values.amount ?? LEAST} aria-valuetext=${money({ amount: values.amount ?? LEAST, currency })} onInput=${(event) => set("amount", Number(event.target.value))} />
      <p class="row small muted number"><span class="grow">${money({ amount: LEAST, currency })}</span><span>${money(credit.limit)}</span></p>
      <${Choice} label=${t("credit:how_long")} name="months" value=${values.months} onChange=${(one) => set("months", one)} options=${MONTHS.map((one) => [one, t("credit:months", { count: one })])} />
      <${Choice} label=${t("credit:what_for")} name="purpose" value=${values.purpose} onChange=${(one) => set("purpose", one)} options=${PURPOSES.map((one) => [one, t(`credit:purpose_${one}`)])} />
      <details class="card flat fold"><summary>${t("credit:how_back")}: ${t(`credit:product_${values.product}`)}</summary>
        <${Select} label=${t("credit:how_back")} ...${bind("product")} problem=${deed.problem} options=${PRODUCTS.map((one) => [one, t(`credit:product_${one}`)])} />
        <p class="small muted">${t(`credit:about_${values.product}`)}</p>
        ${shares ? html`<${Select} label=${t("credit:share")} ...${bind("share")} problem=${deed.problem} options=${SHARES.map((one) => [String(one), points(one)])} />` : null}</details>
      <${Check} label=${t("credit:consent")} name="consent" value=${values.consent} onChange=${(one) => set("consent", one)} />
      ${refused ? html`<${Refused} of=${refused} />` : null}
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy} disabled=${!values.amount || !values.consent}>${t("credit:apply_for", { amount: values.amount ? money({ amount: values.amount, currency }) : "" })}<//>
      <p class="small muted">${t("credit:no_duty")}</p>
    <//><//>`;
}

const step = (most) => (most > 100_000 ? 10_000 : most > 10_000 ? 1_000 : 100);

function Refused({ of }) {
  return html`<${Note} tone="bad"><p>${t(`credit:refused_${of.refusal ?? "no_limit"}`, { amount: money(of.available) })}</p>
    ${of.reasons.length ? html`<ul class="points">${of.reasons.map((one) => html`<li key=${one.code}>${words(one.text)}</li>`)}</ul>` : null}<//>`;
}
