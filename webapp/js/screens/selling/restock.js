/** When goods that were bought wholesale had better be ordered again, and how many cases of them. */
import { get } from "../../api.js";
import { day, money, number } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Button, Pairs } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded } from "../../ui/states.js";

const unknown = (problem) => { if (problem.status === 404) return { none: problem.message }; throw problem; };

export function Restock({ of, onClose }) {
  const loaded = useLoaded(() => get(`/listings/${of.id}/restock`).catch(unknown), [of.id]);
  if (loaded.loading) return null; // a sheet that grows as it fills would push what is read upwards
  return html`<${Sheet} title=${t("goods:restock")} onClose=${onClose}>
    <${Loaded} from=${loaded}>${(one) => (one.none ? html`<${Empty} icon="boxes" title=${t("goods:restock_none")}>${one.none}<//>` : html`<${Advice} of=${one} store=${of.store_id} />`)}<//><//>`;
}

function Advice({ of, store }) {
  if (!of.demand) return html`<${Empty} icon="calendar" title=${t("goods:restock_soon")}>${t("goods:restock_soon_text", { days: of.days_wanted })}<//>`;
  const link = html`<${Button} wide look=${of.quantity ? "" : "quiet"} href=${to(`/sell/${store}/sourcing/goods/${of.source_listing_id}`)}>${t("goods:restock_go")}<//>`;
  const sold = [t("goods:restock_sold"), t("goods:restock_sold_in", { count: of.demand.sold, days: of.demand.days })];
  if (!of.quantity) return html`<div class="view"><p>${t("goods:restock_idle")}</p><${Pairs} of=${[sold]} />${link}</div>`;
  return html`<div class="view"><p class="amount">${t("goods:restock_order", { count: of.quantity })}</p>
    <${Pairs} of=${[
      [t("goods:restock_on"), day(of.order_on)],
      of.case_pack > 1 && [t("goods:restock_cases"), t("goods:restock_of", { count: of.cases, pieces: number(of.case_pack) })],
      [t("goods:restock_cost"), money(of.total)],
      sold,
      [t("goods:restock_each_day"), `${number(of.demand.daily_mean)} ± ${number(of.demand.daily_deviation)}`],
      [t("goods:restock_comes"), t("goods:restock_days", { count: of.lead_days })],
      [t("goods:restock_point"), number(of.reorder_point)],
      [t("goods:restock_left"), number(of.stock), { sum: true }],
    ]} />
    <p class="small muted">${t("goods:restock_text")}</p>${link}</div>`;
}
