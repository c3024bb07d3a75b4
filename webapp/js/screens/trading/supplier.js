/** A supplier's page: its record and what it sells wholesale. */
import { get } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded, usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Loaded, Pages } from "../../ui/states.js";
import { loadSupplier, Measured } from "./supplier-card.js";

export default function Supplier({ store, supplier }) {
  const base = `/sell/${store}/sourcing`;
  const loaded = useLoaded(() => loadSupplier(supplier), [supplier]);
  const goods = usePages((cursor) => get(`/stores/${supplier}/listings`, { cursor }, { open: true }), [supplier]);
  const both = goods.data || goods.problem ? loaded : { ...loaded, data: undefined };
  const called = loaded.data?.supplier?.store_name || loaded.data?.name || t("trading:a_supplier");
  return html`<${Screen} title=${called} up=${base}>
    <${Loaded} from=${both} lines=${3}>${({ supplier: shown }) => html`<section class="card">
      <div class="row"><${Photo} name=${called} /><div class="grow"><h2>${called}</h2>
        <p class="muted small">${shown ? t("trading:since", { year: String(shown.since) }) : t("trading:not_verified")}</p></div>
        ${shown ? html`<${Badge} tone="good"><${Icon} name="shield-check" />${t("trading:verified")}<//>` : null}</div>
      ${shown ? html`<p class="prose">${shown.about}</p><${Measured} record=${shown.record} />` : null}</section>
    <h2>${t("trading:its_goods")}</h2>
    <${Pages} from=${goods} look="tiles" each=${(one) => html`<${Goods} of=${one} base=${base} key=${one.id} />`}
      empty=${html`<${Empty} icon="boxes" title=${t("trading:nothing_on_sale")} />`} />`}<//>
  <//>`;
}

/** Goods of a supplier; what is sold by the piece leads to where everybody buys it. */
function Goods({ of, base }) {
  const prices = of.variants.flatMap((one) => [one.price, ...one.ladder.map((step) => step.price)]);
  const lowest = prices.reduce((least, one) => (one.amount < least.amount ? one : least));
  const wholesale = of.lot.least_quantity > 1;
  return html`<li><a class="card tap trade-tile" href=${to(wholesale ? `${base}/goods/${of.id}` : `/goods/${of.id}`)}>
    <${Photo} of=${of.cover} size="big" /><span class="trade-tile-title">${of.title}</span>
    <span><span class="price number">${money(lowest)}</span> <span class="muted small">${t("trading:and_up")}</span></span>
    <span class="muted small">${wholesale ? t("trading:least", { count: of.lot.least_quantity }) : t("trading:by_the_piece")}</span></a></li>`;
}
