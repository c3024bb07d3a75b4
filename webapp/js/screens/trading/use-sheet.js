/** Using what was delivered in one's store: with goods, as the banner, or as its colour. One press each. */
import { get, post } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { Select } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Note, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Loaded } from "../../ui/states.js";
import { Colour } from "./delivered.js";

export function UseSheet({ of, contract, path, onClose }) {
  const goods = useLoaded(() => get(`/my/stores/${contract.store_id}/listings`, { limit: 50 }), [contract.store_id]);
  const [chosen, choose] = useState(of.delivery.photos.map((one) => one.id));
  const [listing, setListing] = useState("");
  const [used, setUsed] = useState(null);
  const deed = useDeed((key, wish) => post(`${path}/use`, wish, { key }), { done: (_) => {} });
  const use = async (as, more = {}) => { if (await deed.run({ use: as, ...more })) setUsed(as); };
  const toggle = (id) => choose((was) => (was.includes(id) ? was.filter((one) => one !== id) : [...was, id]));
  const photos = of.delivery.photos;
  return html`<${Sheet} title=${t("trading:act_use")} onClose=${onClose}><div class="stack">
    ${photos.length ? html`<fieldset><legend class="legend">${t("trading:which_pictures")}</legend><ul class="trade-gallery trade-small-gallery">${photos.map((one, at) => html`<li key=${one.id}><label class="trade-pick"><input type="checkbox" checked=${chosen.includes(one.id)} aria-label=${t("trading:picture_number", { number: at + 1 })} onChange=${() => toggle(one.id)} /><img src=${one.url} alt="" /></label></li>`)}</ul></fieldset>
      <${Loaded} from=${goods} lines=${1}>${({ items }) => (items.length ? html`<${Select} label=${t("trading:with_goods")} name="listing_id" value=${listing || items[0].id} onChange=${setListing} options=${items.map((one) => [one.id, one.title])} />
        <${Button} wide icon="image-plus" busy=${deed.busy} disabled=${!chosen.length} onClick=${() => use("listing", { listing_id: listing || items[0].id, photos: chosen.slice(0, 9) })}>${t("trading:use_listing")}<//>` : null)}<//>
      <${Button} look="quiet" wide icon="store" busy=${deed.busy} disabled=${!chosen.length} onClick=${() => use("banner", { photos: chosen.slice(0, 1) })}>${t("trading:use_banner")}<//>` : null}
    ${of.delivery.theme ? html`<${Colour} of=${of.delivery.theme} /><${Button} look="quiet" wide icon="palette" busy=${deed.busy} onClick=${() => use("theme")}>${t("trading:use_theme")}<//>` : null}
    <${Refusal} problem=${deed.problem} />
    <div role="status">${used ? html`<${Note} tone="good">${t(`trading:used_${used}`)} <a href=${to(`/sell/${contract.store_id}/edit`)}>${t("trading:see_store")}</a><//>` : null}</div></div><//>`;
}
