/** All goods of a store: in which state they are, what is left, and what to do with them. */
import { get } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded, usePages } from "../../loading.js";
import { to } from "../../router.js";
import { Text } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, IconButton, Item, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { useStanding } from "./standing.js";
import { isLow } from "./waiting.js";

export const TONES = { draft: "warn", active: "good", sold_out: "bad", withdrawn: "" };
const FILTERS = ["all", "active", "draft", "sold_out", "withdrawn", "low"];
const AT_ONCE = 50;

export default function Goods({ store, query }) {
  const { may } = useStanding(store);
  const [filter, choose] = useState(FILTERS.includes(query.show) ? query.show : "all");
  const [words, write] = useState("");
  const found = usePages((cursor) => get(`/my/stores/${store}/listings`, { cursor, limit: AT_ONCE }), [store]);
  const alert = useLoaded(() => get(`/stores/${store}/stock-alert`).catch(() => ({ threshold: 0 })), [store]);
  const least = alert.data?.threshold ?? 0;
  const wanted = (one) => fits(one, filter, least) && one.title.toLowerCase().includes(words.trim().toLowerCase());
  const shown = found.items.filter(wanted).length;
  const add = may("goods:edit") && html`<${Button} icon="plus" href=${to(`/sell/${store}/goods/new`)}>${t("goods:add")}<//>`;
  const each = (one) => (wanted(one) ? html`<${Line} key=${one.id} of=${one} store=${store} least=${least} />` : null);
  const actions = may("goods:edit") && html`<${IconButton} icon="upload" label=${t("goods:spreadsheet")} href=${to(`/sell/${store}/goods/sheet`)} />`;
  const nothing = html`<${Empty} icon="tags" title=${t("goods:none")} action=${add}>${t("goods:none_text")}<//>`;
  return html`<${Screen} title=${t("goods:title")} actions=${actions}>
    ${found.items.length ? html`<div class="stack">
      <${Text} label=${t("goods:find")} unseen type="search" placeholder=${t("goods:find")} name="words" value=${words} onChange=${write} />
      <div class="scroller" role="group" aria-label=${t("goods:filter")}>${FILTERS.map((one) => html`<button type="button" class="chip" key=${one} aria-pressed=${one === filter ? "true" : "false"} onClick=${() => choose(one)}>${t(`goods:filter_${one}`)}</button>`)}</div>
      <p class="muted small" aria-live="polite">${t(found.more ? "goods:shown_of_loaded" : "goods:shown", { count: shown, all: found.items.length })}</p></div>` : null}
    <${Pages} from=${found} each=${each} empty=${nothing} look=${shown ? "list" : "unseen"} />
    ${found.items.length && add ? html`<div class="dock"><div class="grow">${html`<${Button} wide icon="plus" href=${to(`/sell/${store}/goods/new`)}>${t("goods:add")}<//>`}</div></div>` : null}
  <//>`;
}

const fits = (one, filter, least) => filter === "all" || (filter === "low" ? isLow(one, least) : one.status === filter);

function Line({ of, store, least }) {
  const stock = of.variants.reduce((sum, one) => sum + one.stock, 0);
  const low = isLow(of, least);
  const range = of.price_from.amount === of.price_to.amount ? money(of.price_from) : `${money(of.price_from)} – ${money(of.price_to)}`;
  return html`<${Item} href=${to(`/sell/${store}/goods/${of.id}`)} before=${html`<${Photo} of=${of.cover} icon="image" />`} title=${of.title}
    under=${html`<span class="goods-state"><span class="price">${range}</span><span class=${low ? "stock-low" : ""}>${t(low ? "goods:some_low" : "goods:left", { count: stock })}</span></span>`}
    after=${html`<${Badge} tone=${TONES[of.status]}>${t(`goods:status_${of.status}`)}<//>`} />`;
}
