/** Asking for quotations: several lines at once, each of which is answered for itself, for one place and one deadline. */
import { get, newKey, post } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { go } from "../../router.js";
import { Amount, Form, Select, Text, Whole } from "../../ui/form.js";
import { html, useRef, useState } from "../../ui/html.js";
import { Button, IconButton, Note, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { toast } from "../../ui/toast.js";
import { Regions } from "../entering/address-form.js";
import { categoryChoices, useCategories } from "./known.js";

const MOST_LINES = 10;

export default function Ask({ store, query, me }) {
  const loaded = useLoaded(async () => {
    const [goods, book] = await Promise.all([query.listing ? get(`/listings/${query.listing}`) : null, get("/addresses")]);
    return { goods, region: (book.items.find((one) => one.id === me.default_address_id) ?? book.items[0])?.region ?? "" };
  }, [query.listing]);
  return html`<${Screen} title=${t("trading:ask_title")} up=${`/sell/${store}/sourcing/requests`} narrow>
    <${Loaded} from=${loaded}>${(told) => html`<${Asking} ...${told} store=${store} query=${query} />`}<//><//>`;
}

const line = (more = {}) => ({ id: newKey(), title: "", category: "", quantity: null, target_price: null, ...more });

function Asking({ goods, region, store, query }) {
  const first = goods ? line({ title: goods.title, category: goods.category, quantity: Number(query.quantity) || null }) : line({ title: query.title ?? "" });
  const [lines, setLines] = useState([first]);
  const [wish, setWish] = useState({ text: "", days: 7, region });
  const [wrong, setWrong] = useState(null);
  const sent = useRef(new Map());
  const change = (at, name) => (value) => setLines((was) => was.map((one, place) => (place === at ? { ...one, [name]: value } : one)));
  const deed = useDeed(async () => {
    const asked = [];
    for (const one of lines) asked.push(await ask(one));
    return asked;
  }, { done: (asked) => {
    toast(t("trading:asked", { count: asked.length }));
    const base = `/sell/${store}/sourcing/requests`;
    go(asked.length === 1 ? `${base}/${asked[0].id}` : base, { instead: true });
  } });
  const ask = async ({ id, ...one }) => {
    if (sent.current.has(id)) return sent.current.get(id);
    setWrong(id);
    const told = await post("/quote-requests", { ...wish, ...one, currency: "CNY", listing_id: goods?.id ?? null }, { key: id });
    sent.current.set(id, told);
    return told;
  };
  return html`<${Form} label=${t("trading:ask_title")} onSubmit=${() => deed.run()}>
    <p class="muted">${goods ? t("trading:ask_one_text") : t("trading:ask_text")}</p>
    ${lines.map((one, at) => html`<${Line} key=${one.id} of=${one} at=${at} alone=${lines.length === 1} fixed=${Boolean(goods)} bind=${(name) => ({ name, value: one[name], onChange: change(at, name) })}
      problem=${wrong === one.id ? deed.problem : null} drop=${() => setLines((was) => was.filter((other) => other.id !== one.id))} />`)}
    ${goods || lines.length === MOST_LINES ? null : html`<${Button} look="quiet" wide icon="plus" onClick=${() => setLines((was) => [...was, line({ category: was.at(-1).category })])}>${t("trading:one_more_line")}<//>`}
    <section class="card stack"><h2>${t("trading:for_all_lines")}</h2>
      <${Regions} value=${wish.region} onChange=${(code) => setWish((was) => ({ ...was, region: code }))} problem=${deed.problem} />
      <${Select} label=${t("trading:answers_until")} name="days" value=${String(wish.days)} onChange=${(days) => setWish((was) => ({ ...was, days: Number(days) }))}
        options=${[3, 7, 14, 30].map((days) => [String(days), t("trading:days", { count: days })])} />
      <${Text} label=${t("trading:ask_more")} hint=${t("trading:ask_more_hint")} name="text" lines=${3} value=${wish.text} onChange=${(text) => setWish((was) => ({ ...was, text }))} problem=${deed.problem} /></section>
    ${sent.current.size && deed.problem ? html`<${Note} tone="warn">${t("trading:partly_asked", { count: sent.current.size })}<//>` : null}
    <${Refusal} problem=${deed.problem} />
    <div class="dock"><${Button} type="submit" wide icon="send" busy=${deed.busy} disabled=${!wish.region}>${t("trading:ask_now", { count: lines.length })}<//></div>
  <//>`;
}

function Line({ of, at, alone, fixed, bind, problem, drop }) {
  const categories = useCategories();
  return html`<section class="card stack" aria-label=${t("trading:line_number", { number: at + 1 })}>
    <div class="row"><h2 class="grow">${t("trading:line_number", { number: at + 1 })}</h2>
      ${alone ? null : html`<${IconButton} icon="trash" label=${t("trading:drop_line", { number: at + 1 })} onClick=${drop} />`}</div>
    <${Text} label=${t("trading:what")} ...${bind("title")} problem=${problem} required maxlength="120" />
    ${fixed ? null : html`<${Select} label=${t("trading:category")} ...${bind("category")} problem=${problem} options=${[["", t("frame:choose")], ...categoryChoices(categories)]} />`}
    <div class="two"><${Whole} label=${t("trading:pieces_wanted")} ...${bind("quantity")} problem=${problem} required />
      <${Amount} label=${t("trading:target")} ...${bind("target_price")} problem=${problem} /></div></section>`;
}
