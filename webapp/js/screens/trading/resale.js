/** Selling on what one bought: drafts in one's own store, at a margin. */
import { post } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { to } from "../../router.js";
import { Form, Whole } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Item, Note, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";

const MARGINS = [30, 50, 100, 200];

export function Resale({ of, store, onClose }) {
  const [margin, setMargin] = useState(100);
  const deed = useDeed((key, wish) => post(`/orders/${of.id}/resell`, wish, { key }));
  const [made, setMade] = useState(null);
  const run = async () => setMade((await deed.run({ store_id: store, margin: (margin ?? 0) * 100 })) ?? null);
  return html`<${Sheet} title=${t("trading:sell_on")} onClose=${onClose}>${made ? html`<${Drafts} of=${made} order=${of} />` : html`<${Form} passing label=${t("trading:sell_on")} onSubmit=${run}>
    <p>${t("trading:sell_on_text")}</p>
    <div class="choices">${MARGINS.map((one) => html`<button type="button" class="chip" key=${one} aria-pressed=${margin === one ? "true" : "false"} onClick=${() => setMargin(one)}>+${one} %</button>`)}</div>
    <${Whole} label=${t("trading:margin")} name="margin" value=${margin} onChange=${setMargin} problem=${deed.problem} />
    <ul class="list">${of.lines.map((line) => html`<${Item} key=${line.id} title=${line.title} under=${t("trading:bought_at", { price: money(each(line)) })} after=${html`<span class="price number">${money(draft(line, margin))}</span>`} />`)}</ul>
    <${Refusal} problem=${deed.problem} />
    <${Button} type="submit" wide icon="tags" busy=${deed.busy} disabled=${margin == null}>${t("trading:make_drafts", { count: of.lines.length })}<//><//>`}<//>`;
}

function Drafts({ of, order }) {
  const titles = new Map(order.lines.map((line) => [line.id, line.title]));
  return html`<div class="stack"><${Note} tone="good">${t("trading:drafts_made", { count: of.lines.length })}<//>
    <ul class="list">${of.lines.map((one) => html`<${Item} key=${one.line_id} href=${to(`/sell/${one.store_id}/goods/${one.listing_id}`)} title=${titles.get(one.line_id) ?? t("trading:draft")}
      under=${one.stocked ? t("trading:in_stock", { count: one.quantity }) : t("trading:stock_comes", { count: one.quantity })} />`)}</ul></div>`;
}

/** What a piece of a line cost, rounded up. */
const each = (line) => ({ ...line.net, amount: Math.ceil(line.net.amount / line.quantity) });
const draft = (line, margin) => ({ ...line.net, amount: Math.ceil((each(line).amount * (100 + (margin ?? 0))) / 100) });
