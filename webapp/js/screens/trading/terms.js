/** On which terms goods are sold wholesale: the smallest order, cases, a sample, and what so many cost. */
import { get, put } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { go } from "../../router.js";
import { Amount, Check, Form, Text, useForm, Whole } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, IconButton, Photo, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";

const MOST_STEPS = 8;

export default function Terms({ store, listing }) {
  const up = `/sell/${store}/supplying/goods`;
  const loaded = useLoaded(async () => {
    const none = (problem) => { if (problem.status === 404) return null; throw problem; };
    const [goods, terms] = await Promise.all([get(`/my/listings/${listing}`), get(`/listings/${listing}/wholesale`).catch(none)]);
    return { goods, terms };
  }, [listing]);
  return html`<${Screen} title=${t("trading:wholesale_terms")} up=${up} narrow>
    <${Loaded} from=${loaded} lines=${4}>${(told) => html`<${Edit} ...${told} up=${up} />`}<//><//>`;
}

function Edit({ goods, terms, up }) {
  const { values, bind } = useForm({
    least_quantity: terms?.least_quantity ?? 10, case_pack: terms?.case_pack ?? 1, lead_days: terms?.lead_days ?? 3, origin: terms?.origin ?? "",
    sampled: Boolean(terms?.sample), sample_price: terms?.sample?.price.amount ?? null, most_per_buyer: terms?.sample?.most_per_buyer ?? 1,
  });
  const [steps, setSteps] = useState(() => Object.fromEntries(goods.variants.map((one) => [one.id, one.ladder.map((step) => ({ from_quantity: step.from_quantity, price: step.price.amount }))])));
  const save = async (_, wish, ladders) => {
    await put(`/listings/${goods.id}/ladders`, { variants: Object.entries(ladders).filter(([, rungs]) => rungs.length).map(([id, rungs]) => ({ id, steps: rungs })) });
    return put(`/listings/${goods.id}/wholesale`, wish);
  };
  const deed = useDeed(save, { done: () => go(up, { instead: true }), said: t("frame:saved") });
  const { sampled, sample_price, most_per_buyer, ...lot } = values;
  const wish = { ...lot, sample: sampled ? { price: sample_price, most_per_buyer } : null };
  return html`<div class="row"><${Photo} of=${goods.cover} size="tiny" /><strong class="grow">${goods.title}</strong></div>
    <${Form} label=${t("trading:wholesale_terms")} onSubmit=${() => deed.run(wish, steps)}>
      <div class="two"><${Whole} label=${t("trading:least_order")} ...${bind("least_quantity")} problem=${deed.problem} /><${Whole} label=${t("trading:case")} ...${bind("case_pack")} problem=${deed.problem} /></div>
      <div class="two"><${Whole} label=${t("trading:lead_field")} ...${bind("lead_days")} problem=${deed.problem} /><${Text} label=${t("trading:origin")} ...${bind("origin")} problem=${deed.problem} maxlength="60" /></div>
      ${goods.variants.map((one) => html`<${Steps} key=${one.id} of=${one} many=${goods.variants.length > 1} steps=${steps[one.id] ?? []} onChange=${(next) => setSteps((was) => ({ ...was, [one.id]: next }))} />`)}
      <section class="card stack"><${Check} label=${t("trading:offer_sample")} ...${bind("sampled")} />
        ${sampled ? html`<div class="two"><${Amount} label=${t("trading:sample_price")} ...${bind("sample_price")} problem=${deed.problem} /><${Whole} label=${t("trading:per_buyer")} ...${bind("most_per_buyer")} problem=${deed.problem} /></div>` : null}</section>
      <${Refusal} problem=${deed.problem} />
      <div class="dock"><${Button} type="submit" wide busy=${deed.busy}>${t("frame:save")}<//></div><//>`;
}

function Steps({ of, many, steps, onChange }) {
  const change = (at, name) => (value) => onChange(steps.map((one, place) => (place === at ? { ...one, [name]: value } : one)));
  return html`<section class="card stack"><h2>${many && of.title ? t("trading:ladder_of", { kind: of.title }) : t("trading:ladder")}</h2>
    <p class="muted small">${t("trading:single_price", { price: money(of.regular_price) })}</p>
    ${steps.map((one, at) => html`<div class="trade-step-row" key=${at}><${Whole} label=${t("trading:from_pieces")} name=${`from-${at}`} value=${one.from_quantity} onChange=${change(at, "from_quantity")} />
      <${Amount} label=${t("trading:price_each")} name=${`price-${at}`} value=${one.price} onChange=${change(at, "price")} />
      <${IconButton} icon="trash" label=${t("trading:drop_step", { number: at + 1 })} onClick=${() => onChange(steps.filter((_, place) => place !== at))} /></div>`)}
    ${steps.length < MOST_STEPS ? html`<${Button} look="quiet" slim icon="plus" onClick=${() => onChange([...steps, { from_quantity: (steps.at(-1)?.from_quantity ?? 10) * 2, price: null }])}>${t("trading:add_step")}<//>` : null}</section>`;
}
