/** A lower price for whoever takes more pieces. */
import { put } from "../../api.js";
import { money, number } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Amount, Form, Whole } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, IconButton, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { named } from "./stock.js";

const MOST = 5;
let made = 0;
const step = (values = {}) => ({ key: ++made, from_quantity: null, price: null, ...values });

export function Ladder({ of, onChanged }) {
  const [asked, ask] = useState(false);
  const with_ = of.variants.filter((one) => one.ladder.length);
  return html`<section class="card" aria-labelledby="ladder"><h2 id="ladder">${t("goods:ladder")}</h2>
    ${with_.length ? html`<ul class="stocks">${with_.map((one) => html`<li class="row" key=${one.id}><span class="grow">${named(one)}</span>
      <span class="muted small">${one.ladder.map((rung) => t("goods:rung", { count: number(rung.from_quantity), price: money(rung.price) })).join(" · ")}</span></li>`)}</ul>` : html`<p class="muted">${t("goods:ladder_none")}</p>`}
    <${Button} look="quiet" slim icon="layers" onClick=${() => ask(true)}>${t(with_.length ? "goods:ladder_change" : "goods:ladder_set")}<//>
    ${asked ? html`<${Rungs} of=${of} onClose=${() => ask(false)} onDone=${(listing) => { onChanged((was) => ({ ...was, ...listing })); ask(false); }} />` : null}
  </section>`;
}

function Rungs({ of, onClose, onDone }) {
  const [held, hold] = useState(() => Object.fromEntries(of.variants.map((one) => [one.id, one.ladder.map((rung) => step({ from_quantity: rung.from_quantity, price: rung.price.amount }))])));
  const deed = useDeed((_, wish) => put(`/listings/${of.id}/ladders`, wish), { done: onDone, said: t("frame:saved") });
  const whole = Object.values(held).flat().every((one) => typeof one.from_quantity === "number" && one.price != null);
  const keep = () => deed.run({ variants: Object.entries(held).filter(([, steps]) => steps.length).map(([id, steps]) => ({ id, steps: steps.map(({ from_quantity, price }) => ({ from_quantity, price })) })) });
  const change = (id, next) => hold((was) => ({ ...was, [id]: next(was[id]) }));
  return html`<${Sheet} title=${t("goods:ladder")} onClose=${onClose}><${Form} label=${t("goods:ladder")} onSubmit=${() => whole && keep()}>
    ${of.variants.map((one) => html`<fieldset class="stack" key=${one.id}><legend class="legend">${named(one)} · ${money(one.regular_price)}</legend>
      ${held[one.id].map((rung) => html`<div class="row top" key=${rung.key}><div class="two grow">
          <${Whole} label=${t("goods:from_pieces")} name="from_quantity" value=${rung.from_quantity} onChange=${(from_quantity) => change(one.id, (was) => was.map((other) => (other === rung ? { ...rung, from_quantity } : other)))} />
          <${Amount} label=${t("goods:each_costs")} name="price" value=${rung.price} currency=${one.price.currency} onChange=${(price) => change(one.id, (was) => was.map((other) => (other === rung ? { ...rung, price } : other)))} /></div>
        <span class="beside-field"><${IconButton} icon="trash" label=${t("goods:remove_rung")} onClick=${() => change(one.id, (was) => was.filter((other) => other !== rung))} /></span></div>`)}
      <${Button} look="plain" slim icon="plus" disabled=${held[one.id].length >= MOST} onClick=${() => change(one.id, (was) => [...was, step()])}>${t("goods:add_rung")}<//></fieldset>`)}
    <${Refusal} problem=${deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy} disabled=${!whole}>${t("frame:save")}<//><//><//>`;
}
