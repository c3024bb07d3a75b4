/** The parcels of an order, those that go out and those that come back. */
import { get } from "../../api.js";
import { t } from "../../i18n.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Item } from "../../ui/parts.js";
import { newsWords, parcelState } from "./words.js";
import { Way } from "./way.js";

export function Parcels({ of: items, own, order, store }) {
  if (!items.length) return own ? html`<${Own} of=${own} />` : null;
  return html`<section class="stack" aria-labelledby="parcels"><h2 id="parcels">${t("shipping:parcels")}</h2><ul class="list">
    ${items.map((one) => {
      const [words, tone] = parcelState(one);
      const { booking } = one;
      return html`<${Item} key=${booking.id} href=${to(`/sell/${store}/orders/${order.id}/parcels/${booking.id}`)} before=${html`<${Icon} name=${booking.direction === "back" ? "undo-2" : "package"} />`}
        title=${booking.contents.map((content) => `${content.title} × ${content.pieces}`).join(", ")} under=${[booking.direction === "back" ? t("shipping:comes_back") : null, booking.tracking_number].filter(Boolean).join(" · ")} after=${html`<${Badge} tone=${tone}>${words}<//>`} />`;
    })}</ul></section>`;
}

/** The parcel that she handed over by herself, with what its courier told, if it tells us anything. */
export async function ownParcel(order) {
  const parcel = await get(`/orders/${order}/parcel`).catch(missing);
  return parcel && { parcel, tracking: await get(`/orders/${order}/tracking`).catch(missing) };
}

function Own({ of }) {
  const { parcel, tracking } = of;
  return html`<section class="card" aria-labelledby="parcels"><div class="row"><h2 class="grow" id="parcels">${t("shipping:parcel")}</h2>${tracking ? html`<${Badge}>${newsWords(tracking.status)}<//>` : null}</div>
    <p>${parcel.courier} <span class="number">${parcel.tracking_number}</span></p>
    ${tracking ? html`<${Way} of=${tracking} />` : null}</section>`;
}

function missing(problem) {
  if (problem.status === 404) return null;
  throw problem;
}
