/** A link as a picture to share: photo, price and QR code. */
import { API } from "../../../place.js";
import { get } from "../../../api.js";
import { moment, money } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, useLoaded } from "../../../loading.js";
import { html, useState } from "../../../ui/html.js";
import { Badge, Button, Note, Refusal } from "../../../ui/parts.js";
import { Sheet } from "../../../ui/sheet.js";
import { Loaded } from "../../../ui/states.js";
import { toast } from "../../../ui/toast.js";
import { canShare, save, share } from "../../../saving.js";

/** `of` is a link as it was made, or just its code. */
export function ShareCard({ of, goods, onClose }) {
  const link = useLoaded(async () => (of.path ? of : carried(of.code)), [of.code]);
  const coming = html`<div class="view"><div class="share-card"></div><div class="skeleton strip"></div><div class="skeleton strip"></div></div>`;
  return html`<${Sheet} title=${t("social:share")} onClose=${onClose}>
    ${link.loading && !link.data ? coming : html`<${Loaded} from=${link}>${(one) => html`<${Card} of=${one} goods=${goods} />`}<//>`}<//>`;
}

/** What a link carries; one of the store's plain links carries nothing. */
const carried = (code) => get(`/campaign-links/${code}`, {}, { open: true }).catch((refused) => {
  if (refused.status === 404) return { path: `/s/${code}`, card: null };
  throw refused;
});

function Card({ of, goods }) {
  const address = `${API}${of.path}`;
  const [missing, miss] = useState(false);
  const copy = useDeed(() => navigator.clipboard.writeText(address), { said: t("social:copied") });
  const keep = useDeed(async () => save(await picture(of), `${of.post || of.store_name}.jpg`), { said: t("growing:file_saved") });
  const send = useDeed(async () => {
    const file = new File([await picture(of)], "card.jpg", { type: "image/jpeg" });
    const what = { title: of.store_name, url: address };
    if (canShare(file)) await share({ ...what, files: [file] });
    else if (navigator.share) await share(what);
    else { await navigator.clipboard.writeText(address); toast(t("social:copied")); }
  });
  const to = of.listing_id ? goods.data?.items.find((one) => one.id === of.listing_id)?.title : of.store_name;
  return html`<div class="view">${of.card ? html`<div class="share-card">${missing ? html`<${Note} tone="warn">${t("social:no_picture")}<//>` : html`<img src=${`${API}${of.card}`} width="750" height="1000" alt=${t("social:card_of", { title: to ?? of.store_name })} onError=${() => miss(true)} />`}</div>` : null}
    ${of.promotion ? html`<p class="row wrap"><${Badge} tone="accent">${of.promotion.title}<//>${of.promotion.price ? html`<b class="price">${money(of.promotion.price)}</b>` : null}
      ${of.promotion.ends_at ? html`<span class="small muted">${t("social:until", { at: moment(of.promotion.ends_at) })}</span>` : null}</p>` : null}
    <p class="link-address number">${address}</p>
    <${Refusal} problem=${copy.problem ?? keep.problem ?? send.problem} />
    ${of.card ? html`<div class="two"><${Button} icon="share-2" busy=${send.busy} onClick=${() => send.run()}>${t("social:share")}<//>
      <${Button} look="quiet" icon="download" busy=${keep.busy} onClick=${() => keep.run()}>${t("social:save_card")}<//></div>` : html`<${Note}>${t("social:plain_link")}<//>`}
    <${Button} look="plain" wide icon="copy" busy=${copy.busy} onClick=${() => copy.run()}>${t("social:copy")}<//></div>`;
}

async function picture(of) {
  const reply = await get(of.card, {}, { open: true, raw: true });
  return reply.blob();
}
