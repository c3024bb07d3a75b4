/** Which buyers come back, by the month of their first purchase. */
import { get } from "../../../api.js";
import { month, number, percent } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useLoaded } from "../../../loading.js";
import { html } from "../../../ui/html.js";
import { Loaded } from "../../../ui/states.js";

export function Cohorts({ store }) {
  const told = useLoaded(() => get(`/stores/${store}/insights/cohorts`), [store]);
  return html`<section class="card" aria-labelledby="cohorts"><h2 id="cohorts">${t("insights:cohorts")}</h2>
    <p class="small muted">${t("insights:cohorts_text")}</p>
    <${Loaded} from=${told} lines=${1}>${({ items }) => (items.length ? html`<${Table} of=${items} />` : html`<p class="muted">${t("insights:no_cohorts")}</p>`)}<//></section>`;
}

function Table({ of }) {
  const months = Math.max(...of.map((one) => one.after.length));
  return html`<div class="table-wrap" tabindex="0" role="region" aria-labelledby="cohorts"><table class="sheet dense cohorts">
    <thead><tr><th scope="col">${t("insights:month")}</th><th scope="col" class="number">${t("insights:buyers")}</th><th scope="col" class="number">${t("insights:came_again")}</th>
      ${Array.from({ length: months }, (_, at) => html`<th scope="col" class="number" key=${at}>${at === 0 ? t("insights:same_month") : t("insights:months_later", { count: at })}</th>`)}</tr></thead>
    <tbody>${of.map((one) => html`<tr key=${one.month}><th scope="row">${month(`${one.month}-01T00:00`)}</th><td class="number">${number(one.buyers)}</td><td class="number">${one.buyers ? percent(one.repeat / one.buyers, 0) : "–"}</td>
      ${Array.from({ length: months }, (_, at) => html`<td class="number" key=${at} style=${{ "--part": one.buyers ? Math.round((100 * (one.after[at] ?? 0)) / one.buyers) : 0 }}>${one.after[at] ?? ""}</td>`)}</tr>`)}</tbody></table></div>`;
}
