/** A search narrowed down: price, stars, stock and what its category tells of goods. */
import { get } from "../../api.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { Amount, Check, Choice, Form } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { called, category } from "./categories.js";
import { NONE } from "./found.js";

/** How many filters a search has. */
export const chosen = (query) => ["rating", "in_stock", "region"].filter((name) => query[name]).length
  + (query.price_min || query.price_max ? 1 : 0) + Object.keys(read(query.attributes)).length;

/** `colour:red|blue,material:silk` as `{colour: ["red", "blue"], …}`, and back. */
const read = (told) => Object.fromEntries((told ?? "").split(",").filter(Boolean).map((part) => {
  const [name, values] = part.split(":");
  return [name, values.split("|")];
}));
const written = (kept) => Object.entries(kept).filter(([, values]) => values.length).map(([name, values]) => `${name}:${values.join("|")}`).join(",");

export function Filters({ query, onClose, onChange }) {
  const [low, setLow] = useState(query.price_min ? Number(query.price_min) : null);
  const [high, setHigh] = useState(query.price_max ? Number(query.price_max) : null);
  const [rating, setRating] = useState(query.rating ?? "");
  const [stock, setStock] = useState(query.in_stock === "true");
  const [kept, keep] = useState(read(query.attributes));
  const facets = useLoaded(() => facetsOf(query));
  const turn = (name, value) => keep((was) => {
    const values = was[name] ?? [];
    return { ...was, [name]: values.includes(value) ? values.filter((one) => one !== value) : [...values, value] };
  });
  const backwards = low != null && high != null && low > high;
  const apply = () => {
    if (backwards) return;
    onChange({ price_min: low, price_max: high, rating: rating || null, in_stock: stock ? "true" : null, attributes: written(kept) || null });
  };
  return html`<${Sheet} title=${t("buying:filters")} onClose=${onClose}><${Form} passing label=${t("buying:filters")} onSubmit=${apply}>
    <div class="two">
      <${Amount} label=${t("buying:price_from")} name="price_min" value=${low} onChange=${setLow} />
      <${Amount} label=${t("buying:price_to")} name="price_max" value=${high} onChange=${setHigh} fault=${backwards ? t("buying:price_backwards") : ""} />
    </div>
    <${Choice} label=${t("buying:stars_at_least")} name="rating" value=${rating} onChange=${setRating} options=${[["", t("buying:any")], ["3", "3 ★"], ["4", "4 ★"], ["4.5", "4.5 ★"]]} />
    <${Check} label=${t("buying:in_stock_only")} name="in_stock" value=${stock} onChange=${setStock} />
    ${(facets.data ?? []).map((one) => html`<fieldset key=${one.slug}><legend class="legend">${called(one)}</legend><div class="choices">
      ${one.choices.map((choice) => html`<label class="chip" key=${choice.value}><input type="checkbox" checked=${(kept[one.slug] ?? []).includes(choice.value)} onChange=${() => turn(one.slug, choice.value)} />${choice.words} <span class="muted small">${choice.listings}</span></label>`)}
    </div></fieldset>`)}
    <div class="two"><${Button} look="plain" onClick=${() => onChange(NONE)}>${t("buying:clear_filters")}<//><${Button} type="submit">${t("buying:apply")}<//></div>
  <//><//>`;
}

/** The attributes by which what was found can be narrowed down, in words. Those without words aren't offered. */
async function facetsOf(query) {
  const found = await get("/search", { ...query, ...NONE, limit: 1, cursor: null }, { open: true });
  const slug = query.category ?? found.facets.find((one) => one.kind === "category")?.choices[0]?.value;
  if (!slug) return [];
  const known = new Map((await category(slug)).attributes.map((one) => [one.slug, one]));
  return found.facets.filter((one) => one.kind === "attribute" && known.has(one.name)).map((facet) => {
    const attribute = known.get(facet.name);
    const choices = facet.choices.slice(0, 12).map((one) => ({ ...one, words: wordsOf(attribute, one.value) }));
    return { ...attribute, choices };
  });
}

/** What the value of an attribute is called. */
export function wordsOf(attribute, value) {
  if (attribute.kind === "yes_no") return t(value === "yes" ? "buying:yes" : "buying:no");
  if (attribute.kind === "number") return attribute.unit ? `${value} ${attribute.unit}` : value;
  const choice = attribute.choices.find((one) => one.slug === value);
  return choice ? called(choice) : value;
}
