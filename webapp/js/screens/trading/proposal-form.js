/** What a partner would do for a brief: steps, each with its money and its days. */
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Amount, Form, Text, Whole } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, IconButton, Pairs, Refusal } from "../../ui/parts.js";

const MOST_STEPS = 10;

export function ProposalForm({ from, budget, send, done }) {
  const [text, setText] = useState(from?.text ?? "");
  const [steps, setSteps] = useState(from?.milestones ?? [{ title: "", amount: budget.amount, days: 5, revisions: 2 }]);
  const deed = useDeed(send, { done, said: t("trading:proposed") });
  const change = (at, name) => (value) => setSteps((was) => was.map((one, place) => (place === at ? { ...one, [name]: value } : one)));
  const total = steps.reduce((sum, one) => sum + (one.amount ?? 0), 0);
  const bind = (one, at, name) => ({ name: `milestones.${at}.${name}`, value: one[name], onChange: change(at, name), problem: deed.problem });
  return html`<${Form} label=${t("trading:propose")} onSubmit=${() => deed.run({ text, milestones: steps })}>
    <${Text} label=${t("trading:say_with_it")} name="text" lines=${3} value=${text} onChange=${setText} problem=${deed.problem} />
    ${steps.map((one, at) => html`<section class="card flat stack" key=${at} aria-label=${t("trading:step_number", { number: at + 1 })}><div class="row"><h3 class="grow">${t("trading:step_number", { number: at + 1 })}</h3>${steps.length > 1 ? html`<${IconButton} icon="trash" label=${t("trading:drop_step", { number: at + 1 })} onClick=${() => setSteps((was) => was.filter((_, place) => place !== at))} />` : null}</div>
      <${Text} label=${t("trading:delivered_thing")} ...${bind(one, at, "title")} maxlength="80" />
      <div class="two"><${Amount} label=${t("trading:price")} currency=${budget.currency} ...${bind(one, at, "amount")} /><${Whole} label=${t("trading:days_of_work")} ...${bind(one, at, "days")} /></div></section>`)}
    ${steps.length < MOST_STEPS ? html`<${Button} look="quiet" wide icon="plus" onClick=${() => setSteps((was) => [...was, { title: "", amount: null, days: 5, revisions: 2 }])}>${t("trading:add_milestone")}<//>` : null}
    <div aria-live="polite"><${Pairs} of=${[[t("trading:their_budget"), money(budget)], [t("trading:total"), money({ ...budget, amount: total }), { sum: true }]]} /></div>
    <${Refusal} problem=${deed.problem} />
    <${Button} type="submit" wide icon="send" busy=${deed.busy} disabled=${!total}>${t("trading:send_proposal")}<//><//>`;
}
