/** Oneself as a partner: what is shown of one, and doors to all of it. */
import { get } from "../../api.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, Item, Photo } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Loaded } from "../../ui/states.js";
import { Facts } from "./partners.js";
import { tradeName } from "./trades.js";

/** One's own profile, or null while one has none. */
export const loadOwn = () => get("/partner").catch((problem) => { if (problem.status === 404) return null; throw problem; });

const icon = (name) => html`<${Icon} name=${name} />`;

export default function OwnPartner() {
  const loaded = useLoaded(loadOwn);
  return html`<${Screen} title=${t("trading:as_partner")} up="/partners" narrow>
    <${Loaded} from=${loaded}>${(shown) => (shown ? html`<${Own} of=${shown} />`
      : html`<${Empty} icon="briefcase" title=${t("trading:become_partner")} action=${html`<${Button} href=${to("/partners/me/profile")}>${t("trading:begin")}<//>`}>${t("trading:become_partner_text")}<//>`)}<//><//>`;
}

function Own({ of }) {
  const offered = of.packages.filter((one) => one.offered).length;
  return html`<section class="card"><div class="row top"><${Photo} name=${of.name} /><div class="grow"><h2>${of.name}</h2><p>${of.headline}</p><p class="muted small">${of.trades.map(tradeName).join(" · ")}</p></div></div><${Facts} of=${of} />
      <a href=${to(`/partners/${of.id}`)}>${t("trading:as_merchants_see")}</a></section>
    <h2>${t("trading:my_profile")}</h2>
    <ul class="list"><${Item} href=${to("/partners/me/profile")} before=${icon("user")} title=${t("trading:introduction")} />
      <${Item} href=${to("/partners/me/packages")} before=${icon("package")} title=${t("trading:packages")} under=${t("trading:offered_now", { count: offered })} />
      <${Item} href=${to("/partners/me/portfolio")} before=${icon("image")} title=${t("trading:portfolio")} under=${t("trading:pictures", { count: of.portfolio.length })} />
      <${Item} href=${to("/partners/me/calendar")} before=${icon("calendar")} title=${t("trading:free_days")} /></ul>
    <h2>${t("trading:my_work")}</h2>
    <ul class="list"><${Item} href=${to("/briefs", { side: "partner", trade: of.trades[0] })} before=${icon("search")} title=${t("trading:find_work")} under=${t("trading:find_work_text")} />
      <${Item} href=${to("/briefs", { side: "proposals" })} before=${icon("send")} title=${t("trading:my_proposals")} />
      <${Item} href=${to("/contracts", { role: "partner" })} before=${icon("handshake")} title=${t("trading:contracts")} /></ul>`;
}
