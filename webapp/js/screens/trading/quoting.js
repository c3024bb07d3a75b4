/** A buyer's request, as a supplier sees it: quoting for it, and haggling. */
import { get, post } from "../../api.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { Select } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Note } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Loaded } from "../../ui/states.js";
import { named } from "./known.js";
import { QuoteForm } from "./quote-form.js";
import { RequestCard } from "./request-parts.js";
import { Thread, threads } from "./thread.js";

const ENDED = new Set(["declined", "retracted", "expired"]);

export default function Quoting({ store, request }) {
  const base = `/sell/${store}/supplying`;
  const [writing, write] = useState(false);
  const loaded = useLoaded(async () => {
    const [asked, quotes] = await Promise.all([get(`/quote-requests/${request}`), get(`/stores/${store}/quotes`, { limit: 100 })]);
    await named(asked.region);
    return { asked, thread: threads(quotes.items.filter((one) => one.request_id === request))[0] ?? [] };
  }, [store, request]);
  const again = () => loaded.reload({ quiet: true });
  const quoted = async () => { write(false); await again(); };
  return html`<${Screen} title=${t("trading:request")} up=${base} narrow>
    <${Loaded} from=${loaded} lines=${2}>${({ asked, thread }) => {
      const may = asked.state === "open" && (!thread.length || ENDED.has(thread[0].state));
      return html`<${RequestCard} of=${asked} />
        ${thread.length ? html`<h2>${t("trading:your_quote")}</h2><${Thread} of=${thread} side="supplier" base=${base} again=${again} />` : null}
        ${may ? html`<div class="dock"><${Button} wide icon="file-text" onClick=${() => write(true)}>${t("trading:quote_now")}<//></div>` : null}
        ${asked.state === "open" || thread.length ? null : html`<${Note}>${t("trading:request_over")}<//>`}
        ${writing ? html`<${Sheet} title=${t("trading:quote_now")} onClose=${() => write(false)}><${Quote} asked=${asked} store=${store} done=${quoted} /><//>` : null}`;
    }}<//><//>`;
}

/** A quotation names goods of the store, so that there is something to send. */
function Quote({ asked, store, done }) {
  const goods = useLoaded(() => get(`/my/stores/${store}/listings`, { limit: 50 }), [store]);
  return html`<${Loaded} from=${goods}>${({ items }) => {
    const on = items.filter((one) => one.status === "active" || one.status === "sold_out");
    return on.length ? html`<${Chosen} goods=${on} asked=${asked} store=${store} done=${done} />`
      : html`<${Note} tone="warn">${t("trading:quote_needs_goods")} <a href=${to(`/sell/${store}/goods/new`)}>${t("trading:list_goods")}</a><//>`;
  }}<//>`;
}

function Chosen({ goods, asked, store, done }) {
  const [listing, setListing] = useState((goods.find((one) => one.id === asked.about?.listing_id) ?? goods.find((one) => one.category === asked.category) ?? goods[0]).id);
  const shown = goods.find((one) => one.id === listing);
  const [variant, setVariant] = useState("");
  const kind = shown.variants.some((one) => one.id === variant) ? variant : shown.variants[0].id;
  const from = { quantity: asked.quantity, price: asked.target_price };
  const send = (key, wish) => post(`/quote-requests/${asked.id}/quotes`, { ...wish, store_id: store, listing_id: listing, variant_id: kind }, { key });
  return html`<${QuoteForm} from=${from} label=${t("trading:send_quote")} send=${send} done=${done} currency=${asked.currency}>
    <${Select} label=${t("trading:which_goods")} name="listing_id" value=${listing} onChange=${setListing} options=${goods.map((one) => [one.id, one.title])} />
    ${shown.variants.length > 1 ? html`<${Select} label=${t("trading:kind")} name="variant_id" value=${kind} onChange=${setVariant} options=${shown.variants.map((one) => [one.id, one.title || t("trading:standard")])} />` : null}<//>`;
}
