/** The states of an order in words and as steps, and what its buyer may do in each. */
import { day, moment } from "../../format.js";
import { t } from "../../i18n.js";

const TONES = { gathering: "accent", deposited: "warn", paid: "accent", shipped: "accent", completed: "good", cancelled: "", refunded: "" };

/** What stands on an order: the word of its state, its tone, and what happens next. */
export function stateOf(order) {
  if (order.open_refund) return { words: t("buying:state_negotiated"), tone: "warn", hint: t("buying:hint_negotiated") };
  return { words: t(`buying:state_${order.state}`), tone: TONES[order.state], hint: hintOf(order) };
}

function hintOf(order) {
  switch (order.state) {
    case "deposited": return order.balance_due_at ? t("buying:hint_deposited", { when: moment(order.balance_due_at) }) : "";
    case "gathering": return t("buying:hint_gathering");
    case "paid": return order.ship_by ? t("buying:hint_paid", { when: day(order.ship_by) }) : "";
    case "shipped": return order.auto_confirm_at ? t("buying:hint_shipped", { when: moment(order.auto_confirm_at) }) : "";
    default: return "";
  }
}

/** The way of an order: `[{name, at, done}]`. One that was called off ends there. */
export function stepsOf(order) {
  const placed = { name: "placed", at: order.placed_at, done: true };
  if (order.cancelled_at) return [placed, { name: "cancelled", at: order.cancelled_at, done: true }];
  const paid = ["paid", "shipped", "completed", "refunded"].includes(order.state);
  const first = order.bargain?.deposit || order.state === "deposited" ? [{ name: "balance", at: null, done: paid }] : [];
  const group = order.state === "gathering" ? [{ name: "gathered", at: null, done: false }] : [];
  const last = order.refunded_at ? { name: "refunded", at: order.refunded_at, done: true } : { name: "completed", at: order.completed_at, done: Boolean(order.completed_at) };
  return [placed, ...first, ...group, { name: "shipped", at: order.shipped_at, done: Boolean(order.shipped_at) }, last].filter((one) => one.done || !order.refunded_at);
}

/** What its buyer may do now. */
export function deedsOf(order) {
  const shipped = order.state === "shipped" && !order.open_refund;
  return {
    confirm: shipped, extend: shipped && !order.extended, refund: shipped,
    cancel: ["deposited", "paid"].includes(order.state), balance: order.state === "deposited",
    review: order.state === "completed",
  };
}
