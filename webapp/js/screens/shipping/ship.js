/** Sending a parcel of an order: what is in it, how heavy it is, and which courier takes it best by its measured record. */
import { get } from "../../api.js";
import { language, t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { Choice, Stepper, Whole, useForm } from "../../ui/form.js";
import { html, useEffect, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, Note } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Failure, Loaded, Skeleton } from "../../ui/states.js";
import { Book } from "./book.js";
import { Quote } from "./quote.js";
import { originOf } from "./home.js";
import { OriginForm } from "./origin.js";
import { serviceName } from "./words.js";

const WAYS = ["blend", "price", "speed", "reliability"];
const SOON = 500;

export default function Ship({ store, order: id }) {
  const all = useLoaded(async () => {
    const [order, parcels, origin] = await Promise.all([get(`/orders/${id}`), get(`/orders/${id}/parcels`), originOf(store)]);
    return { order, left: leftOf(order, parcels.items), origin };
  }, [id]);
  return html`<${Screen} title=${t("shipping:ship")} up=${`/sell/${store}/orders/${id}`}>
    <${Loaded} from=${all} lines=${4}>${({ order, left, origin }) => (origin
      ? html`<${Parcel} order=${order} left=${left} origin=${origin} store=${store} />`
      : html`<section class="card" aria-labelledby="origin"><h2 id="origin">${t("shipping:origin")}</h2><p class="muted">${t("shipping:origin_first")}</p>
          <${OriginForm} store=${store} of=${null} onSaved=${() => all.reload()} /></section>`)}<//>
  <//>`;
}

/** How many pieces of each line no parcel has yet, by the line's id. */
function leftOf(order, parcels) {
  const left = Object.fromEntries(order.lines.map((one) => [one.id, one.quantity]));
  const sent = parcels.filter(({ booking }) => booking.direction === "out" && ["booking", "booked"].includes(booking.state));
  for (const { booking } of sent) for (const one of booking.contents) if (one.order_id === order.id) left[one.line_id] -= one.pieces;
  return left;
}

function Parcel({ order, left, origin, store }) {
  const [pieces, setPieces] = useState(left);
  const { values, bind, set } = useForm({ grams: 500, length_mm: 200, width_mm: 150, height_mm: 100, rank_by: "blend" });
  const [chosen, choose] = useState(null);
  const [sizes, showSizes] = useState(false);
  const asked = useSlowly(values);
  const fits = [asked.grams, asked.length_mm, asked.width_mm, asked.height_mm].every((one) => Number.isInteger(one) && one > 0);
  const quotes = useLoaded(async () => (fits ? get(`/orders/${order.id}/quotes`, { origin: origin.region, ...asked }) : null), [JSON.stringify(asked)]);
  const some = Object.values(pieces).some((count) => count > 0);
  const nothing = !Object.values(left).some((count) => count > 0);
  if (nothing) return html`<${Empty} icon="circle-check" title=${t("shipping:all_sent")}>${t("shipping:all_sent_text")}<//>`;
  const centimetres = (name) => ({ name, value: values[name] == null ? null : values[name] / 10, onChange: (value) => set(name, Number.isInteger(value) ? value * 10 : value) });
  return html`<section class="card" aria-labelledby="what"><h2 id="what">${t("shipping:what")}</h2>
      <ul class="sold-lines">${order.lines.filter((one) => left[one.id] > 0).map((one) => html`<li class="row" key=${one.id}><span class="grow">${one.title}<span class="muted small">${one.variant_title}</span></span>
        <${Stepper} label=${one.title} value=${pieces[one.id]} least=${0} most=${left[one.id]} onChange=${(count) => setPieces({ ...pieces, [one.id]: count })} /></li>`)}</ul>
      <div class="row"><div class="grow"><${Whole} label=${t("shipping:grams")} ...${bind("grams")} problem=${quotes.problem} /></div>
        <${Button} look="quiet" slim aria-expanded=${sizes ? "true" : "false"} onClick=${() => showSizes(!sizes)}>${t("shipping:size")}<//></div>
      ${sizes ? html`<div class="parcel-size"><${Whole} label=${t("shipping:length")} ...${centimetres("length_mm")} /><${Whole} label=${t("shipping:width")} ...${centimetres("width_mm")} /><${Whole} label=${t("shipping:height")} ...${centimetres("height_mm")} /></div>` : null}
      <p class="muted small"><${Icon} name="map-pin" /> ${origin.region_name} → ${order.destination.region_name}</p></section>
    <${Choice} label=${t("shipping:rank")} ...${bind("rank_by")} options=${WAYS.map((one) => [one, t(`shipping:rank_${one}`)])} />
    ${quotes.problem && !quotes.loading ? html`<${Failure} problem=${quotes.problem} again=${quotes.reload} />` : !quotes.data ? html`<${Skeleton} lines=${3} />`
      : html`<${Compared} of=${quotes.data} onChoose=${choose} />`}
    ${chosen ? html`<${Sheet} title=${t("shipping:book")} onClose=${() => choose(null)}>
      ${some ? html`<${Book} quote=${chosen} order=${order} origin=${origin} pieces=${pieces} size=${asked} store=${store} />` : html`<${Note} tone="warn">${t("shipping:choose_pieces")}<//>`}<//>` : null}`;
}

/** A value as it was when it had not changed for a moment, so that typing a weight asks once. */
function useSlowly(value) {
  const [settled, settle] = useState(value);
  const said = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), value.rank_by === settled.rank_by ? SOON : 0);
    return () => clearTimeout(timer);
  }, [said]);
  return settled;
}

function Compared({ of, onChoose }) {
  if (!of.items.length) return html`<${Empty} icon="truck" title=${t("shipping:no_courier")}>${t("shipping:no_courier_text")}<//><${NotOffered} of=${of.refusals} />`;
  return html`<section class="stack" aria-labelledby="couriers"><h2 id="couriers">${t("shipping:couriers", { count: of.items.length })}</h2>
    <${Note} icon="scale">${language.get() === "zh" ? of.why_first.zh : of.why_first.en}<//>
    <ol class="couriers">${of.items.map((one, at) => html`<${Quote} key=${one.service} of=${one} first=${at === 0} onChoose=${() => onChoose(one)} />`)}</ol>
    <${NotOffered} of=${of.refusals} /></section>`;
}

const NotOffered = ({ of }) => (of.length ? html`<details class="muted small"><summary>${t("shipping:not_offered", { count: of.length })}</summary>
  <ul>${of.map((one) => html`<li key=${one.service}>${serviceName(one)}: ${t(`shipping:not_${one.reason}`)}</li>`)}</ul></details>` : null);
