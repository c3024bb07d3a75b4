/** New goods: photos first, then what they are, then what they cost. Put on sale at once, or kept as a draft. */
import { get, post } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { go } from "../../router.js";
import { Form } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Note, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { About } from "./about-fields.js";
import { Photos } from "./photos.js";
import { newVariant, Variants, wishOf } from "./variants.js";

export default function NewGoods({ store }) {
  const shop = useLoaded(() => get(`/my/stores/${store}`).catch(unless(store)), [store]);
  return html`<${Screen} title=${t("goods:new")} up=${`/sell/${store}/goods`} narrow>
    <${Loaded} from=${shop} lines=${4}>${(one) => html`<${Sheet} store=${one} />`}<//><//>`;
}

/** What holds for the store of a partner who may list its goods, but not see it. */
const unless = (id) => (refused) => {
  if (refused.status !== 403 && refused.status !== 404) throw refused;
  return { id, currency: "CNY", state: "published" };
};

function Sheet({ store }) {
  const [photos, setPhotos] = useState([]);
  const [about, setAbout] = useState({ title: "", description: "", category: "", attributes: {} });
  const [variants, setVariants] = useState([newVariant()]);
  const deed = useDeed((key, wish) => post("/listings", wish, { key }), {
    done: (made) => { toast(t(made.status === "draft" ? "goods:kept" : "goods:on_sale_now")); go(`/sell/${store.id}/goods/${made.id}`, { instead: true }); },
  });
  const waiting = photos.some((one) => !one.photo && !one.fault);
  const missing = !about.title.trim() || !about.category || variants.some((one) => one.price == null || one.stock === "" || one.stock == null);
  const add = (publish) => deed.run({
    ...about, title: about.title.trim(), store_id: store.id, photos: photos.filter((one) => one.photo).map((one) => one.photo.id), variants: variants.map(wishOf), publish,
  });
  return html`<${Form} look="stack wide-gaps" label=${t("goods:new")} onSubmit=${() => add(true)}>
    <section class="card"><${Photos} photos=${photos} setPhotos=${setPhotos} fault=${deed.problem?.of("photos")} /></section>
    <${About} value=${about} onChange=${setAbout} problem=${deed.problem} />
    <${Variants} value=${variants} onChange=${setVariants} currency=${store.currency} problem=${deed.problem} fresh />
    <${Refusal} problem=${deed.problem} />
    ${store.state === "published" ? null : html`<${Note} icon="info">${t("goods:store_not_open")}<//>`}
    <div class="dock">
      <${Button} look="plain" busy=${deed.busy} disabled=${missing || waiting} onClick=${() => add(false)}>${t("goods:keep_draft")}<//>
      <div class="grow"><${Button} type="submit" wide busy=${deed.busy} disabled=${missing || waiting}>${t(waiting ? "goods:photos_coming" : "goods:put_on_sale")}<//></div>
    </div><//>`;
}
