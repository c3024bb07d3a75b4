/** The goods that are looked at most, or sell for most. */
import { get } from "../../../api.js";
import { money, number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useLoaded } from "../../../loading.js";
import { html, useState } from "../../../ui/html.js";
import { Loaded } from "../../../ui/states.js";
import { Bars } from "../bars.js";
import { Segments } from "../segments.js";

/** `of` is a day or a month. */
export function Goods({ store, of, currency }) {
  const [by, setBy] = useState("sales");
  const told = useLoaded(() => get(`/stores/${store}/insights/goods`, { of, by }), [store, of, by]);
  const bar = (one) => ({
    name: one.title ?? t("growing:gone_goods"),
    value: one[by], shown: by === "sales" ? money({ amount: one.sales, currency }) : number(one.looks),
    note: t("insights:goods_told", { looks: number(one.looks), carts: number(one.carts), sold: number(one.sold) }),
  });
  return html`<section class="card" aria-labelledby="top"><div class="row wrap"><h2 id="top" class="grow">${t("insights:top_goods")}</h2>
      <${Segments} label=${t("insights:top_goods")} value=${by} onChange=${setBy} of=${["sales", "looks"].map((one) => [one, t(`insights:goods_by_${one}`)])} /></div>
    <${Loaded} from=${told} lines=${1}>${({ items }) => (items.length ? html`<${Bars} label=${t("insights:top_goods")} of=${items.map(bar)} />` : html`<p class="muted">${t("insights:no_goods")}</p>`)}<//></section>`;
}
