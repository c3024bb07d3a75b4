/** What was found, page by page. */
import { get } from "../../api.js";
import { number } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Button, Note } from "../../ui/parts.js";
import { Empty, Failure } from "../../ui/states.js";
import { Card, CardsComing } from "./card.js";
import { chosen } from "./filters.js";

const PAGE = 24;

export function Found({ wish, onChange }) {
  const found = usePages((cursor) => get("/search", { ...wish, limit: PAGE, cursor }, { open: true }), [JSON.stringify(wish)]);
  if (found.problem && !found.data) return html`<${Failure} problem=${found.problem} again=${found.reload} />`;
  if (!found.data) return html`<${CardsComing} />`;
  const { facets_of: count, all_counted: all, did_you_mean: meant } = found.data;
  const clear = html`<${Button} look="quiet" onClick=${() => onChange(NONE)}>${t("buying:clear_filters")}<//>`;
  if (!found.items.length) {
    return html`${meant ? html`<${Meant} words=${meant} />` : null}<${Empty} icon="search" title=${t("buying:nothing_found")} action=${chosen(wish) ? clear : null}>${t(chosen(wish) ? "buying:nothing_filtered" : "buying:nothing_found_text")}<//>`;
  }
  return html`${meant ? html`<${Meant} words=${meant} />` : null}
    ${wish.q ? html`<p class="muted small" aria-live="polite">${t(all ? "buying:found" : "buying:found_more", { count, number: number(count) })}</p>` : null}
    <ul class="tiles">${found.items.map((hit) => html`<${Card} hit=${hit} key=${`${hit.id}${hit.ad ? "-ad" : ""}`} />`)}</ul>
    ${found.more ? html`<${Button} look="plain" wide busy=${found.loadingMore} onClick=${found.more}>${t("more")}<//>` : null}`;
}

/** A search without filters. */
export const NONE = { price_min: null, price_max: null, rating: null, in_stock: null, attributes: null, region: null };

const Meant = ({ words }) => html`<${Note} icon="search">${t("buying:did_you_mean")} <a href=${to("/", { q: words })}>${words}</a><//>`;
