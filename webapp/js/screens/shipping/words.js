/** The API's states in words, each with its tone. */
import { day } from "../../format.js";
import { language, t } from "../../i18n.js";

const ORDERS = { gathering: "warn", deposited: "warn", paid: "accent", shipped: "", completed: "good", cancelled: "", refunded: "" };
const REFUNDS = { requested: "warn", returning: "", returned: "warn", rejected: "bad", disputed: "bad", refunded: "good", closed: "" };
const NEWS = { delivered: "good", lost: "bad", damaged: "bad", returned: "bad", expired: "bad", attempt_fail: "warn", available_for_pickup: "warn" };

/** `[words, tone]` of an order; a refund that is negotiated comes first. */
export const orderState = (order) => (order.open_refund ? [t("shipping:refund_open"), "warn"] : [t(`shipping:state_${order.state}`), ORDERS[order.state] ?? ""]);
export const refundState = (state) => [t(`shipping:refund_${state}`), REFUNDS[state] ?? ""];
export const reasonOf = (reason) => t(`shipping:reason_${reason}`);
/** `[words, tone]` of a parcel, before and after its courier has told something. */
export function parcelState({ booking, status }) {
  if (booking.state !== "booked") return [t(`shipping:booking_${booking.state}`), booking.state === "refused" ? "bad" : ""];
  if (!status || status === "pending" || status === "info_received") return [t("shipping:news_info_received"), "accent"];
  return [t(`shipping:news_${status}`), NEWS[status] ?? ""];
}
export const newsWords = (status) => t(`shipping:news_${status}`);

/** A courier's service as it is called in the language that is spoken. */
export const serviceName = (one) => (language.get() === "zh" ? one.name_zh : one.name_en);

/** What must be done by when, in a line; empty when nothing has to. */
export function dueWords(order) {
  if (order.ship_by) return t("shipping:ship_by", { day: day(order.ship_by) });
  if (order.auto_confirm_at) return t("shipping:paid_out_by", { day: day(order.auto_confirm_at) });
  if (order.balance_due_at) return t("shipping:balance_by", { day: day(order.balance_due_at) });
  return "";
}
