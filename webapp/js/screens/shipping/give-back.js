/** Giving money back at once, as the merchant. */
import { post } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Amount, Choice, Form, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { reasonOf } from "./words.js";

const REASONS = ["out_of_stock", "damaged", "wrong_item", "not_received", "goodwill", "other"];

export function GiveBack({ order, onClose, onDone }) {
  const { currency } = order.total;
  const { values, bind } = useForm({ amount: null, reason: "goodwill", text: "" });
  const deed = useDeed((key, wish) => post(`/orders/${order.id}/refunds`, wish, { key }), { done: onDone, said: t("shipping:was_given_back") });
  const shown = values.amount ? money({ amount: values.amount, currency }) : null;
  return html`<${Sheet} title=${t("shipping:give_back")} onClose=${onClose}>
    <p class="muted">${t("shipping:give_back_text", { amount: money({ amount: order.paid.amount - order.refunded.amount, currency }) })}</p>
    <${Form} label=${t("shipping:give_back")} onSubmit=${() => deed.run(values)}>
      <${Amount} label=${t("shipping:amount")} ...${bind("amount")} currency=${currency} problem=${deed.problem} required />
      <${Choice} label=${t("shipping:reason")} ...${bind("reason")} options=${REASONS.map((one) => [one, reasonOf(one)])} />
      <${Text} label=${t("shipping:words")} ...${bind("text")} lines="2" maxlength="1000" problem=${deed.problem} />
      <${Refusal} problem=${deed.problem?.of?.("amount") ? null : deed.problem} />
      <${Button} type="submit" wide look="danger" busy=${deed.busy} disabled=${!shown}>${shown ? t("shipping:give_back_now", { amount: shown }) : t("shipping:give_back")}<//>
    <//><//>`;
}
