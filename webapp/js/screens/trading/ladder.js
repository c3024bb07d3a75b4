/** What so many pieces cost: the steps of a ladder, the one that holds marked. */
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { html } from "../../ui/html.js";

/** The step of `prices` that holds for so many pieces. */
export const stepFor = (prices, quantity) => prices.findLast((one) => quantity >= one.from_quantity) ?? prices[0];

/** The steps as columns; a press chooses the quantity from which one holds. */
export function Ladder({ prices, quantity, onChoose }) {
  const now = stepFor(prices, quantity);
  return html`<div class="trade-ladder" role="group" aria-label=${t("trading:ladder")}>${prices.map((one, at) => {
    const next = prices[at + 1];
    const range = next ? t("trading:pieces_range", { from: one.from_quantity, until: next.from_quantity - 1 }) : t("trading:pieces_from", { from: one.from_quantity });
    return html`<button type="button" key=${one.from_quantity} aria-pressed=${one === now ? "true" : "false"} onClick=${() => onChoose(one.from_quantity)} style=${{ "--rise": prices.length - at }}>
      <span class="price number">${money(one.price)}</span><span class="small">${range}</span></button>`;
  })}</div>`;
}
