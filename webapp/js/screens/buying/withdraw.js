/** Taking money home, to a bank account of the sandbox's. */
import { post } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Amount, Choice, Form } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Note } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { toast } from "../../ui/toast.js";
import { PinField } from "./pay.js";
import { Refused } from "./refused.js";

export const ACCOUNTS = ["ba_ok", "ba_closed"];

/** Which bank account; `own` is one that isn't the sandbox's, such as a plan's from elsewhere. */
export const BankAccount = ({ value, onChange, own = ACCOUNTS[0] }) => html`<${Choice} label=${t("buying:account")} name="account" value=${value} onChange=${onChange}
  options=${[...new Set([...ACCOUNTS, own])].map((one) => [one, ACCOUNTS.includes(one) ? t(`buying:${one}`) : one])} />`;

export function WithdrawSheet({ wallet, pin: lock, onClose, onDone }) {
  const { currency, amount: most } = wallet.available;
  const [amount, setAmount] = useState(null);
  const [account, choose] = useState(ACCOUNTS[0]);
  const [pin, setPin] = useState("");
  const deed = useDeed((key, told) => post("/wallet/withdrawals", { ...told, pin: pin || null }, { key }), {
    done: (sent) => { toast(t("buying:on_its_way", { amount: money(sent.amount) })); onDone(); },
  });
  const asks = lock?.is_set;
  return html`<${Sheet} title=${t("buying:withdraw")} onClose=${onClose}><${Form} passing label=${t("buying:withdraw")} onSubmit=${() => deed.run({ amount, currency, destination: account })}>
    <${Amount} label=${t("buying:amount")} hint=${t("buying:at_most", { amount: money(wallet.available) })} name="amount" currency=${currency} value=${amount} onChange=${setAmount} problem=${deed.problem} fault=${amount > most ? t("buying:no_insufficient_funds") : ""} />
    <button type="button" class="chip" onClick=${() => setAmount(most)}>${t("buying:all_of_it")}</button>
    <${BankAccount} value=${account} onChange=${choose} />
    <${Note} tone="warn" icon="landmark">${t("buying:demo_account")}<//>
    ${asks ? html`<${PinField} value=${pin} onChange=${setPin} problem=${deed.problem} />` : null}
    ${asks && ["wrong_pin", "pin_required", "pin_locked"].includes(deed.problem?.code) ? null : html`<${Refused} problem=${deed.problem} />`}
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!amount || amount > most || (asks && pin.length !== 6)}>${t("buying:withdraw_by", { amount: amount ? money({ amount, currency }) : "" })}<//>
  <//><//>`;
}
