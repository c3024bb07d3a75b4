/** What waits for a merchant: a first page of each list, counted. */
import { get } from "../../api.js";

const SEEN = 50;

/** `{ship, refunds, chats, reviews, low}`, each `{count, more}`; what couldn't be told is null, what isn't hers is left out. */
export async function waiting(store, may) {
  const [orders, chats, reviews, goods] = await Promise.all([
    may("orders:read") && page(`/stores/${store}/orders`),
    may("chat") && page(`/stores/${store}/conversations`),
    may("reviews:reply") && page(`/stores/${store}/reviews/awaiting`),
    may("goods:read") && goodsAndAlert(store),
  ]);
  return {
    ...(may("orders:read") && { ship: counted(orders, (one) => one.state === "paid" && !one.open_refund) }),
    ...(may("chat") && { chats: counted(chats, (one) => one.unread > 0) }),
    ...(may("orders:read") && { refunds: counted(orders, (one) => one.open_refund) }),
    ...(may("goods:read") && { low: goods && counted(goods.page, (one) => isLow(one, goods.threshold)) }),
    ...(may("reviews:reply") && { reviews: counted(reviews, () => true) }),
  };
}

const page = (path) => get(path, { limit: SEEN }).catch(() => null);

async function goodsAndAlert(store) {
  const [found, alert] = await Promise.all([page(`/my/stores/${store}/listings`), get(`/stores/${store}/stock-alert`).catch(() => null)]);
  return found && { page: found, threshold: alert?.threshold ?? 0 };
}

/** Whether goods that are on sale have a variant that is low. */
export const isLow = (listing, threshold) => ["active", "sold_out"].includes(listing.status) && listing.variants.some((one) => one.stock <= threshold);

const counted = (found, wanted) => found && { count: found.items.filter(wanted).length, more: Boolean(found.cursor) };
