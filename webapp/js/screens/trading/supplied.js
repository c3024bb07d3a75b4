/** One's goods, and which of them are sold wholesale. */
import { get } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Badge, Button, Item, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";

export default function Supplied({ store }) {
  const base = `/sell/${store}/supplying`;
  const goods = usePages((cursor) => get(`/my/stores/${store}/listings`, { cursor }), [store]);
  const each = (one) => html`<${Item} key=${one.id} href=${to(`${base}/goods/${one.id}`)} before=${html`<${Photo} of=${one.cover} size="tiny" />`} title=${one.title}
    under=${one.lot.least_quantity > 1 ? t("trading:least", { count: one.lot.least_quantity }) : t("trading:by_the_piece")}
    after=${one.lot.least_quantity > 1 ? html`<${Badge} tone="good">${t("trading:wholesale")}<//>` : html`<span class="number muted">${money(one.price_from)}</span>`} />`;
  return html`<${Screen} title=${t("trading:wholesale_terms")} up=${base} narrow>
    <${Pages} from=${goods} each=${each} empty=${html`<${Empty} icon="boxes" title=${t("trading:no_own_goods")} action=${html`<${Button} href=${to(`/sell/${store}/goods/new`)}>${t("trading:list_goods")}<//>`} />`} />
  <//>`;
}
