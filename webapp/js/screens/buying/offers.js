/** What a store takes off: promotions by themselves, coupons by their code, flash sales. */
import { money, moment, percent } from "../../format.js";
import { t } from "../../i18n.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button } from "../../ui/parts.js";
import { toast } from "../../ui/toast.js";

/** Those that are for these goods, a line each, after the group buys that one can join. */
export function Offers({ promotions, listing, groups }) {
  const fit = promotions.filter((one) => !one.listing_ids.length || one.listing_ids.includes(listing.id)).slice(0, 4);
  if (!fit.length && !groups.length) return null;
  return html`<ul class="offers" aria-label=${t("buying:offers")}>${groups.map((one) => html`<${GroupLine} of=${one} kind=${kindOf(one, listing)} key=${one.id} />`)}${fit.map((one) => html`<${OfferLine} of=${one} key=${one.id} />`)}</ul>`;
}

/** Which kind a group buys, where there are several. */
const kindOf = (group, listing) => (listing.variants.length > 1 ? listing.variants.find((one) => one.id === group.variant_id)?.title : "");

const GroupLine = ({ of: group, kind }) => html`<li class="store-offer"><${Icon} name="users" />
  <span class="grow"><b>${t("buying:group_offer", { price: money(group.price), size: group.size })}</b><span class="muted small">${[kind, t("buying:group_count", { joined: group.joined, size: group.size }), t("buying:until", { when: moment(group.ends_at) })].filter(Boolean).join(" · ")}</span></span>
  <${Button} look="quiet" slim href=${to(`/group/${group.id}`)}>${t("buying:group_join")}<//></li>`;

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
