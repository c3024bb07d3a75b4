/** When what is due: as a chart, whose table has the same, and the next instalment in words. */
import { money } from "../../../format.js";
import { t } from "../../../i18n.js";
import { Chart, dayTime } from "../../../ui/chart.js";
import { html } from "../../../ui/html.js";
import { say } from "../days.js";

export function Schedule({ of }) {
  const rows = of.schedule.filter((one) => one.total);
  if (!rows.length) return null;
  const { currency } = of.amount;
  const pay = (amount) => money({ amount, currency });
  const [next] = rows;
  return html`<section class="card" aria-labelledby="schedule"><h2 id="schedule">${t("credit:schedule")}</h2>
    <p>${t("credit:next_due", { amount: pay(next.total), day: say(next.due) })}</p>
    ${rows.length > 1 ? html`<${Chart} bars label=${t("credit:schedule")} times=${rows.map((one) => dayTime(one.due))} short=${pay}
      series=${[{ name: t("credit:due"), values: rows.map((one) => one.total) }, { name: t("credit:of_it_interest"), values: rows.map((one) => one.interest) }]} />` : null}
    <details class="fold"><summary>${t("credit:each")}</summary><div class="table-wrap" tabindex="0" role="region" aria-labelledby="schedule"><table class="sheet dense">
      <thead><tr><th scope="col">${t("credit:due_on")}</th><th scope="col" class="number">${t("credit:principal")}</th><th scope="col" class="number">${t("credit:interest")}</th><th scope="col" class="number">${t("credit:due")}</th></tr></thead>
      <tbody>${rows.map((one) => html`<tr key=${one.number}><th scope="row">${say(one.due)}</th><td class="number">${pay(one.principal)}</td><td class="number">${pay(one.interest)}</td><td class="number">${pay(one.total)}</td></tr>`)}</tbody>
    </table></div></details></section>`;
}
