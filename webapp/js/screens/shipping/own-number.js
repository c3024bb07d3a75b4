/** A parcel that the merchant handed over by herself: its courier and its number. */
import { post } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Form, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";

/** What is wrong with a number; the API's own sentence where the number is written well and refused. */
const numberFault = (problem) => (problem.code === "invalid" ? t("shipping:number_fault") : problem.message);

export function OwnNumber({ order, onClose, onDone }) {
  const { values, bind } = useForm({ courier: "", tracking_number: "" });
  const deed = useDeed((key, wish) => post(`/orders/${order.id}/parcel`, wish, { key }), { done: onDone, said: t("shipping:is_shipped") });
  const wish = { courier: values.courier.trim(), tracking_number: values.tracking_number.trim() };
  return html`<${Sheet} title=${t("shipping:own_number")} onClose=${onClose}>
    <p class="muted">${t("shipping:own_number_text")}</p>
    <${Form} label=${t("shipping:own_number")} onSubmit=${() => deed.run(wish)}>
      <${Text} label=${t("shipping:courier")} ...${bind("courier")} problem=${deed.problem} maxlength="60" required />
      <${Text} label=${t("shipping:number")} hint=${t("shipping:number_hint")} ...${bind("tracking_number")} fault=${deed.problem?.of?.("tracking_number") ? numberFault(deed.problem) : ""} maxlength="40" autocapitalize="characters" autocomplete="off" required />
      <${Refusal} problem=${deed.problem?.of?.("courier") || deed.problem?.of?.("tracking_number") ? null : deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy}>${t("shipping:mark_shipped")}<//>
    <//><//>`;
}
