/** The trial balance of a day and what differs in it. */
import { get } from "../../api.js";
import { day as written, money, number } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded, usePages } from "../../loading.js";
import { html } from "../../ui/html.js";
import { Screen } from "../../ui/screen.js";
import { Loaded, Pages } from "../../ui/states.js";
import { Standing } from "./books.js";
import { only } from "./only.js";

export default only(({ day }) => {
  const book = useLoaded(() => get(`/books/${day}`), [day]);
  const differences = usePages((cursor) => get(`/books/${day}/differences`, { cursor }), [day]);
  const heading = written(`${day}T12:00:00Z`);
  return html`<${Screen} title=${heading} up="/operating/books" narrow>
    <${Loaded} from=${book}>${(shown) => html`<section class="card"><div class="row"><h2 class="grow">${t("operating:trial")}</h2><${Standing} of=${shown} /></div>
      <div class="table-wrap" tabindex="0" role="region" aria-label=${t("operating:trial")}><table class="sheet"><thead><tr><th scope="col">${t("operating:account")}</th><th scope="col">${t("operating:type")}</th><th scope="col" class="number">${t("operating:balance")}</th></tr></thead>
        <tbody>${shown.trial.map((one, at) => html`<tr key=${at}><th scope="row">${t(`operating:account_${one.kind}`)}</th><td>${t(`operating:type_${one.type}`)}</td><td class="number">${money(one.balance)}</td></tr>`)}</tbody></table></div></section>
      ${shown.differences ? html`<h2>${t("operating:what_differs")}</h2>
        <${Pages} from=${differences} look="stack" each=${(one, at) => html`<li class="card" key=${at}><h3>${t(`operating:fault_${one.fault}`)}</h3><p class="small muted">${one.subject}</p><p class="number">${t("operating:ours_theirs", { ours: told(one.ours), theirs: told(one.theirs) })}</p></li>`} />` : null}`}<//><//>`;
});

const told = (amount) => (amount == null ? "–" : number(amount));
