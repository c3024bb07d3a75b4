/** Money is set aside for ads, or taken back into the wallet. */
import { get, post } from "../../../api.js";
import { money } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, useLoaded } from "../../../loading.js";
import { to } from "../../../router.js";
import { Amount, Form } from "../../../ui/form.js";
import { html, useState } from "../../../ui/html.js";
import { Button, Pairs, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { toast } from "../../../ui/toast.js";

const PRESETS = [5_000, 10_000, 50_000];
const PATHS = { add: "/ads/balance", back: "/ads/balance/withdraw" };

/** `way` is add or back; `onDone` gets the balance as it is then. */
export function Funds({ way, balance, onDone, onClose }) {
  const wallet = useLoaded(() => get("/wallet"));
  const { currency } = balance;
  const [amount, setAmount] = useState(way === "back" ? balance.amount : PRESETS[0]);
  const deed = useDeed((key, value) => post(PATHS[way], { amount: value, currency }, { key }), {
    done: (next) => { toast(t(`ads:${way}_done`)); onDone(next); },
  });
  const said = amount ? money({ amount, currency }) : "";
  return html`<${Sheet} title=${t(way === "add" ? "ads:add_money" : "ads:take_back")} onClose=${onClose}>
    <${Form} passing label=${t("ads:aside")} onSubmit=${() => amount && deed.run(amount)}>
      <${Refusal} problem=${deed.problem} />
      ${deed.problem?.code === "insufficient_funds" ? html`<${Button} look="quiet" wide href=${to("/wallet")}>${t("ads:to_wallet")}<//>` : null}
      <${Amount} label=${t("ads:amount")} name="amount" value=${amount} onChange=${setAmount} problem=${deed.problem} currency=${currency} required />
      ${way === "add" ? html`<div class="choices">${PRESETS.map((one) => html`<button type="button" class="chip tall" aria-pressed=${one === amount ? "true" : "false"} onClick=${() => setAmount(one)}>${money({ amount: one, currency })}</button>`)}</div>` : null}
      <${Pairs} of=${[[t("ads:in_wallet"), wallet.data ? money(wallet.data.available) : "–"], [t("ads:aside"), money(balance)]]} />
      <${Button} type="submit" wide busy=${deed.busy} disabled=${!amount}>${t(way === "add" ? "ads:add_now" : "ads:back_now", { amount: said })}<//>
    <//><//>`;
}
