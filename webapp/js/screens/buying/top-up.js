/** Filling the wallet from a card of the sandbox's. */
import { post } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Amount, Choice, Form } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Note } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { toast } from "../../ui/toast.js";
import { CARDS, cardName } from "./cards.js";
import { Refused } from "./refused.js";

const CURRENCY = "CNY";
const ROUND = [5_000, 10_000, 20_000, 50_000];

export function TopUpSheet({ wish, limits, onClose, onDone }) {
  const [amount, setAmount] = useState(wish);
  const [card, choose] = useState(CARDS[0]);
  const left = limits?.items.find((one) => one.use === "top_up")?.left;
  const deed = useDeed((key, told) => post("/wallet/top-ups", told, { key }), {
    done: (charge) => { toast(t(charge.state === "succeeded" ? "buying:topped_up" : "buying:top_up_pending", { amount: money(charge.amount) })); onDone(); },
  });
  const written = amount ? money({ amount, currency: CURRENCY }) : "";
  return html`<${Sheet} title=${t("buying:top_up")} onClose=${onClose}><${Form} passing label=${t("buying:top_up")} onSubmit=${() => deed.run({ amount, currency: CURRENCY, method: card })}>
    <${Amount} label=${t("buying:amount")} hint=${left ? t("buying:at_most", { amount: money(left) }) : ""} name="amount" value=${amount} onChange=${setAmount} problem=${deed.problem} />
    <div class="choices">${ROUND.map((one) => html`<button type="button" class="chip" key=${one} aria-pressed=${one === amount ? "true" : "false"} onClick=${() => setAmount(one)}>${money({ amount: one, currency: CURRENCY })}</button>`)}</div>
    <${Choice} label=${t("buying:card")} name="card" value=${card} onChange=${choose} options=${CARDS.map((one) => [one, cardName(one)])} />
    <${Note} tone="warn" icon="credit-card">${t("buying:demo_money")}<//>
    <${Refused} problem=${deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!amount}>${t("buying:top_up_by", { amount: written })}<//>
  <//><//>`;
}
