/** What a conversation is about, pinned over it. */
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Photo } from "../../ui/parts.js";
import { useGoods } from "./goods.js";

export function Context({ talk, store }) {
  const { kind, id, title } = talk.context;
  const listing = useGoods(kind === "listing" ? id : null);
  if (kind === "listing") return html`<a class="chat-about" href=${to(store ? `/sell/${store}/goods/${id}` : `/goods/${id}`)}>
    <${Photo} of=${listing?.cover} size="tiny" icon="tag" />
    <span class="grow"><span class="clip">${title}</span><span class="price">${listing ? priceOf(listing) : listing === null ? t("talking:not_on_sale") : " "}</span></span><${Icon} name="chevron-right" /></a>`;
  if (kind === "order") return html`<a class="chat-about" href=${to(store ? `/sell/${store}/orders/${id}` : `/orders/${id}`)}>
    <span class="shot tiny"><${Icon} name="package" /></span><span class="grow"><span class="clip">${title}</span><span class="muted small">${t("talking:about_order")}</span></span><${Icon} name="chevron-right" /></a>`;
  return html`<div class="chat-about"><span class="shot tiny"><${Icon} name="briefcase" /></span><span class="grow"><span class="clip">${title}</span><span class="muted small">${t("talking:about_work")}</span></span></div>`;
}

/** What goods cost, or from what on. */
export function priceOf(listing) {
  const from = money(listing.price_from);
  return listing.price_to.amount > listing.price_from.amount ? t("talking:from_price", { price: from }) : from;
}
