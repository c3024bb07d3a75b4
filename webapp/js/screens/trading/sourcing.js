/** The wholesale market, as a merchant who restocks sees it. */
import { get } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { go, to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { called, useCategories } from "./known.js";

export default function Sourcing({ store, query }) {
  const base = `/sell/${store}/sourcing`;
  const categories = useCategories();
  const tops = categories.filter((one) => !one.parent);
  const category = query.category ?? (query.q ? undefined : tops[0]?.slug);
  const ready = Boolean(query.q || category);
  const found = usePages((cursor) => (ready
    ? get("/search", { q: query.q, category, wholesale: true, sort: query.q ? undefined : "sales", cursor }, { open: true })
    : new Promise(() => {})), [query.q, category, ready]);
  return html`<${Screen} title=${t("trading:sourcing")} up=${`/sell/${store}`}>
    <${Seek} base=${base} said=${query.q ?? ""} />
    <nav class="scroller trade-chip-row" aria-label=${t("trading:categories")} tabindex="0">${tops.map((one) => html`<a class="chip" key=${one.slug}
      href=${to(base, { category: one.slug })} aria-current=${one.slug === category && !query.q ? "true" : undefined}>${called(one)}</a>`)}</nav>
    <div class="trade-doors">
      <${Door} href=${`${base}/requests`} icon="file-text" title=${t("trading:my_requests")} />
      <${Door} href=${`${base}/orders`} icon="boxes" title=${t("trading:purchases")} />
      <${Door} href=${`/sell/${store}/supplying`} icon="warehouse" title=${t("trading:supplying")} />
    </div>
    <h2>${query.q ? t("trading:found_for", { words: query.q }) : t("trading:wholesale_goods")}</h2>
    <${Pages} from=${found} look="tiles" each=${(one) => html`<${Tile} of=${one} base=${base} key=${one.id} />`}
      empty=${html`<${Empty} icon="boxes" title=${t("trading:no_goods")} action=${html`<${Button} href=${to(`${base}/requests/new`, { title: query.q })}>${t("trading:ask_suppliers")}<//>`}>${t("trading:no_goods_text")}<//>`} />
  <//>`;
}

function Seek({ base, said }) {
  const [words, setWords] = useState(said);
  const seek = (event) => { event.preventDefault(); go(base, { query: { q: words.trim() } }); };
  return html`<form role="search" class="row" onSubmit=${seek}>
    <label class="unseen" for="sourcing-words">${t("trading:seek")}</label>
    <input id="sourcing-words" class="input grow" type="search" enterkeyhint="search" placeholder=${t("trading:seek_hint")} value=${words} onInput=${(event) => setWords(event.target.value)} />
    <${Button} type="submit" icon="search">${t("trading:seek")}<//></form>`;
}

const Door = ({ href, icon, title }) => html`<a class="card tap trade-door trade-slim-door" href=${to(href)}><${Icon} name=${icon} /><strong>${title}</strong></a>`;

/** Goods that are sold wholesale, in a list. */
export const Tile = ({ of, base }) => html`<li><a class="card tap trade-tile" href=${to(`${base}/goods/${of.id}`)}>
  <${Photo} of=${of.cover} size="big" />
  <span class="trade-tile-title">${of.title}</span>
  <span><span class="price number">${money(of.in_bulk)}</span> <span class="muted small">${t("trading:and_up")}</span></span>
  <span class="muted small">${of.lot.least_quantity > 1 ? t("trading:least", { count: of.lot.least_quantity }) : t("trading:by_the_piece")}</span></a></li>`;
