/** Where one looks for goods: words, categories, filters, and what was found with its marked ads. */
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { go, to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { IconButton } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Failure } from "../../ui/states.js";
import { displayed } from "./ads.js";
import { CardsComing } from "./card.js";
import { called, categories } from "./categories.js";
import { Filters, chosen } from "./filters.js";
import { Found } from "./found.js";
import { Promoted } from "./promoted.js";
import { SearchBar } from "./search-bar.js";

export default function Find({ query }) {
  const tree = useLoaded(categories);
  const [filtering, filter] = useState(false);
  const asked = Boolean(query.q || query.category);
  const change = (changed) => go("/", { query: { ...query, ...changed }, instead: asked });
  const heading = asked ? nameOf(query, tree.data) : t("buying:title");
  const count = chosen(query);
  return html`<${Screen} title=${heading} up=${asked ? "/" : undefined}
      actions=${asked ? html`<${IconButton} icon="funnel" label=${count ? t("buying:filters_on", { count }) : t("buying:filters")} count=${count} onClick=${() => filter(true)} />` : null}>
    <${SearchBar} words=${query.q ?? ""} onAsk=${(q) => go("/", { query: { q } })} key=${query.q ?? ""} />
    <${Chips} tree=${tree.data} category=${query.category} onChoose=${(category) => change({ category })} words=${query.q} />
    ${asked ? html`<${Sorts} value=${query.sort ?? "relevance"} onChange=${(sort) => change({ sort: sort === "relevance" ? null : sort })} />
      <${Found} wish=${query} onChange=${change} key=${JSON.stringify(query)} />` : html`<${Home} tree=${tree} />`}
    ${filtering ? html`<${Filters} query=${query} onClose=${() => filter(false)} onChange=${(changed) => { filter(false); change(changed); }} />` : null}
  <//>`;
}

/** What is shown before anything was asked: ads by consent, and what is new. Both come at once, so that nothing jumps. */
function Home({ tree }) {
  const ads = useLoaded(() => displayed("home").catch(() => []));
  if (tree.problem && !tree.data) return html`<${Failure} problem=${tree.problem} again=${tree.reload} />`;
  if (!tree.data || !ads.data) return html`<${CardsComing} />`;
  const first = tree.data.find((one) => !one.parent).slug;
  return html`<${Promoted} ads=${ads.data} /><h2>${t("buying:fresh_arrivals")}</h2><${Found} wish=${{ category: first, sort: "newest" }} />`;
}

function nameOf(query, tree) {
  if (query.q) return t("buying:results_for", { words: query.q });
  const found = tree?.find((one) => one.slug === query.category);
  return found ? called(found) : t("buying:goods");
}

/** The categories on the level where one is: those below, and the way up. */
function Chips({ tree, category, onChoose, words }) {
  if (!tree) return html`<div class="scroller" aria-hidden="true">${[0, 1, 2, 3].map((at) => html`<span class="skeleton chip-coming" key=${at}></span>`)}</div>`;
  const current = tree.find((one) => one.slug === category);
  const below = tree.filter((one) => one.parent === (current?.slug ?? null));
  const shown = below.length ? below : tree.filter((one) => one.parent === current?.parent);
  const up = below.length ? current?.parent : tree.find((one) => one.slug === current?.parent)?.parent;
  return html`<nav class="scroller" aria-label=${t("buying:categories")}>
    ${current ? html`<a class="chip" href=${to("/", { q: words, category: up })}>${up ? called(tree.find((one) => one.slug === up)) : t("buying:all_categories")}</a>` : null}
    ${shown.map((one) => html`<button type="button" class="chip" key=${one.slug} aria-pressed=${one.slug === category ? "true" : "false"} onClick=${() => onChoose(one.slug)}>${called(one)}</button>`)}
  </nav>`;
}

const SORTS = ["relevance", "sales", "newest", "price", "-price"];

function Sorts({ value, onChange }) {
  return html`<div class="scroller sorts" role="group" aria-label=${t("buying:sort")}>
    ${SORTS.map((one) => html`<button type="button" class="sort" key=${one} aria-pressed=${one === value ? "true" : "false"} onClick=${() => onChange(one)}>${t(`buying:sort_${one.replace("-", "down_")}`)}</button>`)}
  </div>`;
}
