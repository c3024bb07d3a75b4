/** A store's goods, where some of them are to be chosen or called by their titles. */
import { get } from "../../api.js";
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Button, Photo } from "../../ui/parts.js";
import { Empty } from "../../ui/states.js";

const MOST = 100;
const SEARCHED = 8;

/** A store's newest goods, 100 at most. */
export const useGoods = (store) => useLoaded(() => get(`/my/stores/${store}/listings`, { limit: MOST }), [store]);

/** What goods are called; of those that aren't among the newest it says just that. */
export const titleOf = (goods, id) => goods.data?.items.find((one) => one.id === id)?.title ?? (goods.loading ? "…" : t("growing:older_goods"));

/** Goods to choose from: several, or with `single` one. `onChange` gets the ids. */
export function GoodsPick({ goods, chosen, onChange, store, single = false, label = t("growing:goods"), most = 50 }) {
  const [words, search] = useState("");
  if (goods.length === 0) {
    const add = html`<${Button} href=${to(`/sell/${store}/goods/new`)} icon="plus">${t("growing:add_goods")}<//>`;
    return html`<${Empty} icon="tags" title=${t("growing:no_goods")} action=${add}>${t("growing:no_goods_text")}<//>`;
  }
  const turn = (id) => {
    if (single) onChange([id]);
    else onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(0, most));
  };
  const shown = goods.filter((one) => one.title.toLowerCase().includes(words.trim().toLowerCase()));
  return html`<fieldset class="stack"><legend class="legend">${label}</legend>
    ${goods.length > SEARCHED ? html`<input class="input" type="search" aria-label=${t("growing:find_goods")} placeholder=${t("growing:find_goods")} value=${words} onInput=${(event) => search(event.target.value)} />` : null}
    <ul class="list goods-pick">${shown.map((one) => html`<li key=${one.id}><label class="item tap">
      <input type=${single ? "radio" : "checkbox"} name="goods" checked=${chosen.includes(one.id)} onChange=${() => turn(one.id)} />
      <${Photo} of=${one.cover} size="tiny" /><span class="grow"><span class="clip">${one.title}</span><span class="small muted number">${money(one.price_from)}</span></span>
    </label></li>`)}</ul></fieldset>`;
}
