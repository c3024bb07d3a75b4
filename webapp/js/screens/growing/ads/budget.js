/** What a campaign may cost and shall bring. */
import { money, number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { Amount, Choice, Text } from "../../../ui/form.js";
import { html } from "../../../ui/html.js";

const PRESETS = [1_000, 3_000, 10_000];
const TARGETS = [0, 20_000, 40_000, 80_000];

/** `value` holds name, daily_budget, pacing and target_return; `set(name, value)` changes one. */
export function Budget({ value, set, problem, currency }) {
  const targets = TARGETS.includes(value.target_return) ? TARGETS : [...TARGETS, value.target_return];
  const words = (one) => (one ? t("ads:times_cost", { times: number(one / 10_000) }) : t("ads:no_target"));
  return html`<div class="stack">
    <${Text} label=${t("ads:name")} name="name" value=${value.name} onChange=${(name) => set("name", name)} problem=${problem} maxlength="60" required />
    <${Amount} label=${t("ads:daily_budget")} hint=${t("ads:daily_budget_text")} name="daily_budget" value=${value.daily_budget} currency=${currency} onChange=${(amount) => set("daily_budget", amount)} problem=${problem} required />
    <div class="choices">${PRESETS.map((one) => html`<button type="button" class="chip tall" key=${one} aria-pressed=${one === value.daily_budget ? "true" : "false"} onClick=${() => set("daily_budget", one)}>${money({ amount: one, currency })}</button>`)}</div>
    <${Choice} label=${t("ads:target")} name="target" value=${value.target_return} onChange=${(one) => set("target_return", one)} options=${targets.map((one) => [one, words(one)])} />
    <p class="small muted">${t(value.target_return ? "ads:target_text" : "ads:no_target_text")}</p>
    <${Choice} label=${t("ads:pacing")} name="pacing" value=${value.pacing} onChange=${(one) => set("pacing", one)} options=${[["even", t("ads:pacing_even")], ["fast", t("ads:pacing_fast")]]} />
  </div>`;
}
