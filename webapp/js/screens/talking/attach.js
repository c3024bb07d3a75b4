/** What goes along with a message: a photo, goods of the store, an order, or an offer for goods. */
import { get } from "../../api.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { html, useRef, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Item, Money, Photo } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded } from "../../ui/states.js";
import { NewOffer } from "./offer-sheet.js";

const LOOKED_THROUGH = 50;
const PHOTOS = "image/jpeg,image/png,image/webp,image/heic";

export function Attach({ room, store, offers, onClose }) {
  const [what, setWhat] = useState(null);
  const files = useRef(null);
  const { talk } = room;
  if (what === "goods") return html`<${Goods} room=${room} onClose=${onClose} />`;
  if (what === "orders") return html`<${Orders} room=${room} onClose=${onClose} />`;
  if (what === "offer") return html`<${NewOffer} room=${room} listing=${talk.context.id} offers=${offers} onClose=${onClose} />`;
  const chosen = (event) => {
    for (const photo of [...event.target.files].slice(0, 9)) room.say({ text: "" }, photo);
    onClose();
  };
  return html`<${Sheet} title=${t("talking:attach")} onClose=${onClose}>
    <input type="file" accept=${PHOTOS} multiple hidden ref=${files} onChange=${chosen} aria-label=${t("talking:a_photo")} />
    <div class="chat-ways">
      <${Way} icon="image-plus" onClick=${() => files.current.click()}>${t("talking:a_photo")}<//>
      <${Way} icon="tags" onClick=${() => setWhat("goods")}>${t("talking:some_goods")}<//>
      ${store ? null : html`<${Way} icon="package" onClick=${() => setWhat("orders")}>${t("talking:an_order")}<//>`}
      ${talk.context.kind === "listing" ? html`<${Way} icon="hand-coins" onClick=${() => setWhat("offer")}>${t("talking:make_offer")}<//>` : null}
    </div><//>`;
}

const Way = ({ icon, onClick, children }) => html`<button type="button" class="chat-way" onClick=${onClick}><span><${Icon} name=${icon} /></span>${children}</button>`;

function Goods({ room, onClose }) {
  const goods = useLoaded(() => get(`/stores/${room.talk.store_id}/listings`, { limit: LOOKED_THROUGH }));
  const show = (one) => { room.say({ text: "", listing_id: one.id }); onClose(); };
  return html`<${Sheet} title=${t("talking:some_goods")} onClose=${onClose}><div class="chat-filling"><${Loaded} from=${goods}>${({ items }) => (items.length ? html`
    <ul class="list in-sheet">${items.map((one) => html`<${Item} key=${one.id} before=${html`<${Photo} of=${one.cover} size="tiny" icon="tag" />`} title=${one.title}
      after=${html`<${Money} of=${one.price_from} />`} onClick=${() => show(one)} />`)}</ul>`
    : html`<${Empty} icon="tags" title=${t("talking:no_goods")} />`)}<//></div><//>`;
}

function Orders({ room, onClose }) {
  const orders = useLoaded(() => get("/orders", { limit: LOOKED_THROUGH }));
  const show = (one) => { room.say({ text: "", order_id: one.id }); onClose(); };
  return html`<${Sheet} title=${t("talking:an_order")} onClose=${onClose}><div class="chat-filling"><${Loaded} from=${orders}>${({ items }) => {
    const here = items.filter((one) => one.store_id === room.talk.store_id);
    return here.length ? html`<ul class="list in-sheet">${here.map((one) => html`<${Item} key=${one.id} title=${one.lines[0].title}
      after=${html`<${Money} of=${one.total} />`} onClick=${() => show(one)} />`)}</ul>` : html`<${Empty} icon="package" title=${t("talking:no_orders")} />`;
  }}<//></div><//>`;
}
