/** Contracts with a milestone in dispute, what was delivered, and the ruling. */
import { get, post } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { html } from "../../ui/html.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { Delivered } from "../trading/delivered.js";
import { only } from "./only.js";
import { RulingForm } from "./ruling-form.js";

export default only(() => {
  const waiting = usePages((cursor) => get("/work-disputes", { cursor }));
  const again = () => waiting.reload({ quiet: true });
  const each = (one) => one.milestones.filter((part) => part.state === "disputed").map((part) => html`<li class="stack" key=${`${one.id}${part.number}`}>
    <article class="card"><div class="row top"><div class="grow"><h2>${one.title}</h2><p class="muted small">${one.partner_name} · ${part.title}</p></div><span class="price number">${money(part.amount)}</span></div>
      ${part.said ? html`<p class="prose trade-said">${part.said}</p>` : null}${part.delivery ? html`<${Delivered} of=${part.delivery} />` : null}</article>
    <${RulingForm} whole=${part.amount} label=${t("operating:back_merchant")} rest=${t("operating:rest_partner")} most=${1000} done=${again}
      send=${(key, { amount, text }) => post(`/work-disputes/${one.id}/${part.number}/ruling`, { back: amount, text }, { key })} /></li>`);
  return html`<${Screen} title=${t("operating:work")} up="/operating" narrow>
    <${Pages} from=${waiting} look="stack" each=${each} empty=${html`<${Empty} icon="briefcase" title=${t("operating:nothing_waits")}>${t("operating:nothing_waits_text")}<//>`} /><//>`;
});
