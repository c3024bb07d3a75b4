/** The variants of goods, each with its price and what is there of it; made of options, or one by one. */
import { t } from "../../i18n.js";
import { Amount, Text, Whole } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, IconButton } from "../../ui/parts.js";

const MOST = 50;
let made = 0;

/** A variant that isn't known to the API yet. */
export const newVariant = (values = {}) => ({ key: `new-${++made}`, title: "", sku: "", price: null, stock: null, ...values });

/** A new variant as the API takes it; a number of its own where she gave none. */
export const wishOf = (one, at) => ({ sku: one.sku.trim() || one.title.trim() || `${at + 1}`, title: one.title.trim(), price: one.price, stock: one.stock });

/** `fresh`: none of them is kept yet, so their stock can be given here; else it is counted elsewhere. */
export function Variants({ value, onChange, currency, problem, fresh = false }) {
  const change = (key, values) => onChange(value.map((one) => (one.key === key ? { ...one, ...values } : one)));
  const single = value.length === 1 && !value[0].title && fresh;
  return html`<section class="card" aria-labelledby="prices"><h2 id="prices">${t("goods:price_and_stock")}</h2>
    ${value.map((one, at) => html`<${Variant} key=${one.key} of=${one} name=${`${one.id ? "variants" : "new_variants"}.${at}`} alone=${single} currency=${currency} problem=${problem}
      onChange=${(values) => change(one.key, values)} onDrop=${one.id || value.length === 1 ? null : () => onChange(value.filter((other) => other !== one))} />`)}
    ${problem && (problem.of("variants") || problem.of("new_variants")) ? html`<p class="fault small" role="alert">${problem.of("variants") || problem.of("new_variants")}</p>` : null}
    <${Options} value=${value} onChange=${onChange} fresh=${fresh} />
  </section>`;
}

function Variant({ of, name, alone, currency, problem, onChange, onDrop }) {
  const fields = html`<div class="two">
    <${Amount} label=${t("goods:price")} name=${`${name}.price`} value=${of.price} onChange=${(price) => onChange({ price })} currency=${currency} required />
    ${of.id ? null : html`<${Whole} label=${t("goods:stock")} name=${`${name}.stock`} value=${of.stock} onChange=${(stock) => onChange({ stock })} required />`}</div>`;
  if (alone) return html`${fields}<${Text} label=${t("goods:sku")} hint=${t("goods:sku_hint")} name="sku" value=${of.sku} onChange=${(sku) => onChange({ sku })} maxlength="60" />`;
  return html`<div class="variant" role="group" aria-label=${of.title || t("goods:variant")}>
    <div class="row top"><div class="grow"><${Text} label=${t("goods:variant")} name=${`${name}.title`} value=${of.title} onChange=${(title) => onChange({ title })} maxlength="60" /></div>
      ${onDrop ? html`<span class="beside-field"><${IconButton} icon="trash" label=${t("goods:remove", { name: of.title || t("goods:variant") })} onClick=${onDrop} /></span>` : null}</div>
    ${fields}
  </div>`;
}

const parts = (text) => [...new Set(text.split(/[,，、\n]/).map((one) => one.trim()).filter(Boolean))];

/** One or two options, of which all combinations are made: red or blue, each in S and M. */
function Options({ value, onChange, fresh }) {
  const [open, show] = useState(false);
  const [first, setFirst] = useState(""), [second, setSecond] = useState("");
  const titles = parts(first).flatMap((one) => (parts(second).length ? parts(second).map((other) => `${one} / ${other}`) : [one]));
  const news = titles.filter((title) => !value.some((one) => one.title === title));
  const make = () => {
    const like = value[0];
    const before = fresh && value.length === 1 && !like.title ? [] : value;
    onChange([...before, ...news.map((title) => newVariant({ title, price: like?.price ?? null, stock: fresh ? like?.stock ?? null : null }))]);
    show(false);
    setFirst("");
    setSecond("");
  };
  const room = value.length + news.length <= MOST;
  if (!open) return html`<div class="row wrap"><${Button} look="quiet" slim icon="layers" onClick=${() => show(true)}>${t("goods:options")}<//>
    ${value.length > 1 || !fresh ? html`<${Button} look="plain" slim icon="plus" disabled=${value.length >= MOST} onClick=${() => onChange([...value, newVariant({ price: value[0]?.price ?? null })])}>${t("goods:add_variant")}<//>` : null}</div>`;
  return html`<div class="variant"><${Text} label=${t("goods:option_first")} hint=${t("goods:option_hint")} name="first" value=${first} onChange=${setFirst} />
    <${Text} label=${t("goods:option_second")} name="second" value=${second} onChange=${setSecond} />
    ${room ? null : html`<p class="fault small" role="alert">${t("goods:most_variants", { count: MOST })}</p>`}
    <div class="row wrap"><${Button} slim disabled=${!news.length || !room} onClick=${make}>${t("goods:make_variants", { count: news.length })}<//>
      <${Button} look="plain" slim onClick=${() => show(false)}>${t("frame:cancel")}<//></div></div>`;
}
