/** Kinds of goods: what is left of one, and how its price falls with the number. */
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { html } from "../../ui/html.js";

const FEW = 5;

/** What a piece of a kind costs for whoever takes so many. */
export function priceOf(variant, quantity) {
  const steps = variant.ladder.filter((step) => step.from_quantity <= quantity).map((step) => step.price);
  return [variant.price, ...steps].reduce((least, one) => (one.amount < least.amount ? one : least));
}

export const Stock = ({ variant }) => html`${variant.stock === 0 ? t("buying:sold_out")
  : variant.stock <= FEW ? t("buying:few_left", { count: variant.stock }) : t("buying:in_stock")}`;

/** The steps of a price that falls: from so many on. */
export function Ladder({ variant, quantity = 0 }) {
  if (!variant.ladder.length) return null;
  const steps = [{ from_quantity: 1, price: variant.price }, ...variant.ladder];
  const now = steps.findLastIndex((step) => step.from_quantity <= quantity);
  return html`<ol class="price-ladder" aria-label=${t("buying:ladder")}>${steps.map((step, at) => html`<li key=${step.from_quantity} class=${at === now ? "now" : ""}>
    <b class="number">${money(step.price)}</b><span class="small">${t("buying:from_pieces", { count: step.from_quantity })}</span></li>`)}</ol>`;
}
