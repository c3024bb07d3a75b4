/** Disputes about refunds that wait for a ruling. */
import { get } from "../../api.js";
import { ago, money } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Item } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { only } from "./only.js";

export default only(() => {
  const waiting = usePages((cursor) => get("/hearings", { cursor }));
  const each = (one) => html`<${Item} key=${one.id} href=${to(`/operating/hearings/${one.order_id}/${one.id}`)} title=${t(`operating:reason_${one.reason}`)}
    under=${`${t(`operating:kind_${one.kind}`)} · ${ago(one.created_at)}`} after=${html`<span class="price number">${money(one.amount)}</span>`} />`;
  return html`<${Screen} title=${t("operating:hearings")} up="/operating" narrow>
    <${Pages} from=${waiting} each=${each} empty=${html`<${Empty} icon="scale" title=${t("operating:nothing_waits")}>${t("operating:nothing_waits_text")}<//>`} /><//>`;
});
