/** The goods that stand first on the public page, in an order of her own. */
import { get } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { html, useState } from "../../ui/html.js";
import { Button, IconButton, Photo } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Pages } from "../../ui/states.js";
import { Movable } from "./movable.js";

const MOST = 12;

export function Pinned({ store, goods, value, onChange }) {
  const [choosing, choose] = useState(false);
  const [met, meet] = useState({});
  const known = { ...Object.fromEntries(goods.map((one) => [one.id, one])), ...met };
  const items = value.map((id) => ({ key: id, name: known[id]?.title ?? t("selling:some_goods") }));
  const keep = (next) => onChange(next.map((one) => one.key));
  const each = (one) => html`<span class="row"><${Photo} of=${known[one.key]?.cover} size="tiny" /><span class="grow clamped">${one.name}</span></span>`;
  const drop = (one) => html`<${IconButton} icon="x" label=${t("selling:unpin", { name: one.name })} onClick=${() => onChange(value.filter((id) => id !== one.key))} />`;
  const toggle = (one) => { meet((was) => ({ ...was, [one.id]: one })); onChange(value.includes(one.id) ? value.filter((id) => id !== one.id) : [...value, one.id]); };
  return html`${items.length ? html`<${Movable} label=${t("selling:pinned")} items=${items} onChange=${keep} each=${each} after=${drop} />` : html`<p class="muted">${t("selling:pinned_none")}</p>`}
    <${Button} look="quiet" icon="pin" onClick=${() => choose(true)}>${t("selling:pin_goods")}<//>
    ${choosing ? html`<${Sheet} title=${t("selling:pin_goods")} onClose=${() => choose(false)}>
      <p class="muted small">${t("selling:pin_most", { count: MOST })}</p>
      <${GoodsChoice} store=${store} chosen=${value} most=${MOST} onToggle=${toggle} />
      <div class="dock"><${Button} wide onClick=${() => choose(false)}>${t("frame:done")}<//></div><//>` : null}`;
}

/** The store's goods, of which some are ticked. */
export function GoodsChoice({ store, chosen, most, onToggle, wanted = () => true }) {
  const found = usePages((cursor) => get(`/my/stores/${store}/listings`, { cursor, limit: 50 }), [store]);
  const each = (one) => (wanted(one) ? html`<li key=${one.id}><label class="item"><${Photo} of=${one.cover} size="tiny" />
    <span class="grow"><span class="clamped">${one.title}</span><span class="muted small">${money(one.price_from)}</span></span>
    <input type="checkbox" class="tick" checked=${chosen.includes(one.id)} disabled=${!chosen.includes(one.id) && chosen.length >= most} onChange=${() => onToggle(one)} /></label></li>` : null);
  return html`<${Pages} from=${found} each=${each} empty=${html`<${Empty} icon="tags" title=${t("goods:none")} />`} />`;
}
