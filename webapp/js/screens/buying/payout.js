/** Having what comes into the wallet sent to one's bank by itself: how often, from how much on, and what stays. */
import { get, put, remove } from "../../api.js";
import { weekday } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Amount, Form, Select, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Note } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { PinField } from "./pay.js";
import { Refused } from "./refused.js";
import { BankAccount, ACCOUNTS } from "./withdraw.js";

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The plan of one's wallet; null where nothing is paid out by itself. */
export const loadPlan = () => get("/wallet/payout-plan").catch((refused) => {
  if (refused.status !== 404) throw refused;
  return null;
});

/** How often, as words. */
export const everyWords = (every) => (every === "day" ? t("buying:payout_daily") : t("buying:payout_weekly", { day: weekday(DAYS.indexOf(every)) }));

export function PayoutSheet({ plan, currency, pin, onClose, onDone }) {
  const { values, bind } = useForm({
    destination: plan?.destination ?? ACCOUNTS[0], every: plan?.every ?? "day", minimum: plan?.minimum.amount ?? 10_000, reserve: plan?.reserve.amount ?? 0, pin: "",
  });
  const keep = useDeed((_, wish) => put("/wallet/payout-plan", { ...wish, pin: wish.pin || null }), { said: t("buying:payout_kept"), done: onDone });
  const end = useDeed(() => remove("/wallet/payout-plan"), { said: t("buying:payout_ended"), done: onDone });
  const asks = pin?.is_set;
  const aboutPin = ["wrong_pin", "pin_required", "pin_locked"].includes(keep.problem?.code);
  return html`<${Sheet} title=${t("buying:payout")} onClose=${onClose}><${Form} label=${t("buying:payout")} onSubmit=${() => keep.run({ ...values, currency })}>
    <p class="muted">${t("buying:payout_text")}</p>
    <${Select} label=${t("buying:payout_every")} ...${bind("every")} problem=${keep.problem} options=${["day", ...DAYS].map((one) => [one, everyWords(one)])} />
    <${Amount} label=${t("buying:payout_minimum")} hint=${t("buying:payout_minimum_hint")} currency=${currency} ...${bind("minimum")} problem=${keep.problem} />
    <${Amount} label=${t("buying:payout_reserve")} currency=${currency} ...${bind("reserve")} problem=${keep.problem} />
    <${BankAccount} ...${bind("destination")} own=${plan?.destination} />
    <${Note} tone="warn" icon="landmark">${t("buying:demo_account")}<//>
    ${asks ? html`<${PinField} ...${bind("pin")} problem=${keep.problem} />` : null}
    ${asks && aboutPin ? null : html`<${Refused} problem=${keep.problem ?? end.problem} />`}
    <${Button} type="submit" wide busy=${keep.busy} disabled=${!values.minimum || values.reserve == null || (asks && values.pin.length !== 6)}>${t(plan ? "frame:save" : "buying:payout_begin")}<//>
    ${plan ? html`<${Button} wide look="danger" busy=${end.busy} onClick=${() => end.run()}>${t("buying:payout_end")}<//>` : null}
  <//><//>`;
}
