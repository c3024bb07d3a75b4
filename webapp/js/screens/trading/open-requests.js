/** What buyers ask all suppliers for, by category. */
import { get } from "../../api.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { go, to } from "../../router.js";
import { Select } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Item } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { categoryChoices, named, RegionName, useCategories } from "./known.js";
import { RequestLine } from "./request-parts.js";

export default function OpenRequests({ store, query }) {
  const base = `/sell/${store}/supplying`;
  const categories = useCategories();
  const category = query.category ?? categories[0]?.slug;
  const asked = usePages((cursor) => (category ? load(category, cursor) : new Promise(() => {})), [category]);
  const each = (one) => html`<${Item} key=${one.id} href=${to(`${base}/requests/${one.id}`)} title=${one.title}
    under=${html`<span class="trade-block"><${RequestLine} of=${one} /></span><span class="trade-block"><${RegionName} of=${one.region} /> · ${t("trading:answered_by", { count: one.suppliers })}</span>`} />`;
  return html`<${Screen} title=${t("trading:open_requests")} up=${base} narrow>
    <${Select} label=${t("trading:category")} name="category" value=${category ?? ""} options=${categoryChoices(categories)} onChange=${(slug) => go(`${base}/requests`, { query: { category: slug }, instead: true })} />
    <${Pages} from=${asked} each=${each} empty=${html`<${Empty} icon="search" title=${t("trading:nothing_asked")}>${t("trading:nothing_asked_text")}<//>`} />
  <//>`;
}

async function load(category, cursor) {
  const page = await get("/open-requests", { category, cursor });
  await named(...page.items.map((one) => one.region));
  return page;
}
