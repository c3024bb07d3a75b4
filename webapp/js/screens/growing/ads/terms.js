/** What is given of a campaign, to be changed: budget, target, audience, and searches that it isn't for. */
import { patch } from "../../../api.js";
import { t } from "../../../i18n.js";
import { useDeed } from "../../../loading.js";
import { Form, Text, useForm } from "../../../ui/form.js";
import { html } from "../../../ui/html.js";
import { Button, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { Audience, NOBODY_LEFT_OUT } from "./audience.js";
import { Budget } from "./budget.js";

export function Terms({ of, path, onClose, onDone }) {
  const { values, set } = useForm({
    name: of.name, daily_budget: of.daily_budget.amount, pacing: of.pacing, target_return: of.target_return ?? 0,
    audience: { ...NOBODY_LEFT_OUT, ...of.audience }, negatives: of.negatives.join(t("ads:comma")),
  });
  const deed = useDeed((_, wish) => patch(path, wish), { done: onDone });
  const negatives = values.negatives.split(/[,，、\n]/).map((one) => one.trim()).filter(Boolean);
  return html`<${Sheet} title=${t("frame:edit")} onClose=${onClose}>
    <${Form} label=${t("ads:campaign")} onSubmit=${() => deed.run({ ...values, negatives })}>
      <${Budget} value=${values} set=${set} problem=${deed.problem} currency=${of.daily_budget.currency} />
      <${Text} label=${t("ads:negatives")} hint=${t("ads:negatives_text")} name="negatives" lines="2" value=${values.negatives} onChange=${(text) => set("negatives", text)} problem=${deed.problem} />
      <details class="card flat fold"><summary>${t("ads:audience")}</summary><${Audience} value=${values.audience} onChange=${(audience) => set("audience", audience)} /></details>
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy} disabled=${!values.daily_budget || !values.name.trim()}>${t("frame:save")}<//>
    <//><//>`;
}
