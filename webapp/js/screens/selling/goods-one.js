/** One good: whether it is on sale, what is left of it, what it costs now and then, and what it is. */
import { get, patch, post } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { Form } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Photo, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { About } from "./about-fields.js";
import { TONES } from "./goods.js";
import { Ladder } from "./ladder.js";
import { Photos, ready } from "./photos.js";
import { Sale } from "./sale.js";
import { useStanding } from "./standing.js";
import { Stock } from "./stock.js";
import { Variants, wishOf } from "./variants.js";

export default function OneGood({ store, listing }) {
  const { may } = useStanding(store);
  const found = useLoaded(() => get(`/my/listings/${listing}`), [listing]);
  return html`<${Screen} title=${t("goods:one")} up=${`/sell/${store}/goods`}>
    <${Loaded} from=${found} lines=${5}>${(one) => html`<${Head} of=${one} may=${may} onChanged=${found.set} />
      <div class="shop-columns">
        <div class="stack wide-gaps">
          <${Stock} of=${one} may=${may} onChanged=${found.set} />
          ${may("goods:edit") ? html`<${Sale} of=${one} onChanged=${found.set} reload=${found.reload} /><${Ladder} of=${one} onChanged=${found.set} />` : null}
        </div>
        ${may("goods:edit") ? html`<${Edit} of=${one} onSaved=${found.set} key=${one.id} />` : null}
      </div>`}<//>
  <//>`;
}

function Head({ of, may, onChanged }) {
  const selling = of.status === "active" || of.status === "sold_out";
  const deed = useDeed((key) => post(`/listings/${of.id}/${selling ? "withdraw" : "publish"}`, undefined, { key }), { done: onChanged });
  return html`<div class="card"><div class="row"><${Photo} of=${of.cover} /><div class="grow"><h2 class="clamped">${of.title}</h2>
      <${Badge} tone=${TONES[of.status]}>${t(`goods:status_${of.status}`)}<//></div></div>
    <${Refusal} problem=${deed.problem} />
    <div class="row wrap">
      ${may("goods:edit") ? html`<${Button} look=${selling ? "plain" : ""} slim icon=${selling ? "archive" : "play"} busy=${deed.busy} onClick=${() => deed.run()}>${t(selling ? "goods:withdraw" : "goods:put_on_sale")}<//>` : null}
      ${selling ? html`<a class="button quiet slim" href=${to(`/goods/${of.id}`)}><${Icon} name="eye" />${t("goods:as_buyer")}</a>` : null}</div></div>`;
}

const aboutOf = (of) => ({ title: of.title, description: of.description, category: of.category, attributes: of.attributes });
const variantsOf = (of) => of.variants.map((one) => ({ key: one.id, id: one.id, title: one.title, sku: one.sku, price: one.regular_price.amount, stock: one.stock }));

/** What is to be sent: what is another than it was. */
function changes(of, photos, about, variants) {
  const before = aboutOf(of), wish = {};
  for (const name of Object.keys(about)) if (JSON.stringify(before[name]) !== JSON.stringify(about[name])) wish[name] = about[name];
  const ids = photos.filter((one) => one.photo).map((one) => one.photo.id);
  if (ids.join() !== of.photos.map((one) => one.id).join()) wish.photos = ids;
  const known = new Map(of.variants.map((one) => [one.id, one]));
  const changed = variants.filter((one) => one.id && (one.title !== known.get(one.id)?.title || one.price !== known.get(one.id)?.regular_price.amount));
  if (changed.length) wish.variants = changed.map(({ id, title, price }) => ({ id, title, price }));
  const news = variants.filter((one) => !one.id);
  if (news.length) wish.new_variants = news.map((one, at) => wishOf(one, of.variants.length + at));
  return wish;
}

function Edit({ of, onSaved }) {
  const [photos, setPhotos] = useState(() => of.photos.map(ready));
  const [about, setAbout] = useState(() => aboutOf(of));
  const [variants, setVariants] = useState(() => variantsOf(of));
  const wish = changes(of, photos, about, variants);
  const dirty = Object.keys(wish).length > 0;
  const waiting = photos.some((one) => !one.photo && !one.fault);
  const whole = about.title.trim() && variants.every((one) => one.price != null && (one.id || typeof one.stock === "number"));
  const keep = useDeed((_, change) => patch(`/listings/${of.id}`, change), {
    said: t("frame:saved"),
    done: (listing) => { onSaved(listing); setPhotos(listing.photos.map(ready)); setAbout(aboutOf(listing)); setVariants(variantsOf(listing)); },
  });
  return html`<${Form} look="stack wide-gaps" label=${t("frame:edit")} changed=${() => dirty} onSubmit=${() => keep.run(wish)}>
    <section class="card"><${Photos} photos=${photos} setPhotos=${setPhotos} fault=${keep.problem?.of("photos")} /></section>
    <${About} value=${about} onChange=${setAbout} problem=${keep.problem} />
    <${Variants} value=${variants} onChange=${setVariants} currency=${of.price_from.currency} problem=${keep.problem} />
    <${Refusal} problem=${keep.problem} />
    ${dirty ? html`<div class="dock"><div class="grow"><${Button} type="submit" wide busy=${keep.busy} disabled=${waiting || !whole}>${t(waiting ? "goods:photos_coming" : "frame:save")}<//></div></div>` : null}
  <//>`;
}
