/** What a store takes off: promotions by themselves, coupons by their code, flash sales. */
import { money, moment, percent } from "../../format.js";
import { t } from "../../i18n.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button } from "../../ui/parts.js";
import { toast } from "../../ui/toast.js";

/** Those that are for these goods, a line each. */
export function Offers({ promotions, listing }) {
  const fit = promotions.filter((one) => !one.listing_ids.length || one.listing_ids.includes(listing.id)).slice(0, 4);
  if (!fit.length) return null;
  return html`<ul class="offers" aria-label=${t("buying:offers")}>${fit.map((one) => html`<${OfferLine} of=${one} key=${one.id} />`)}</ul>`;
}

export function OfferLine({ of: offer }) {
  const copy = async () => { await navigator.clipboard?.writeText(offer.code).catch(() => {}); toast(t("buying:code_copied", { code: offer.code })); };
  return html`<li class="store-offer"><${Icon} name=${offer.code ? "ticket-percent" : offer.price ? "zap" : "badge-percent"} />
    <span class="grow"><b>${offWords(offer)}</b><span class="muted small">${[offer.title, offer.ends_at && t("buying:until", { when: moment(offer.ends_at) })].filter(Boolean).join(" · ")}</span></span>
    ${offer.code ? html`<${Button} look="quiet" slim onClick=${copy}>${offer.code}<//>` : null}</li>`;
}

/** What an offer takes off, as a sentence. */
export function offWords(offer) {
  if (offer.price) return t("buying:offer_price", { price: money(offer.price) });
  const off = offer.amount ? money(offer.amount) : percent((offer.basis_points ?? 0) / 10_000, 2);
  return offer.threshold ? t("buying:offer_over", { off, threshold: money(offer.threshold) }) : t("buying:offer_off", { off });
}
