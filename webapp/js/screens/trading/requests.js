/** What one asked suppliers for. */
import { get } from "../../api.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Button, Item } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { RequestLine, RequestState } from "./request-parts.js";

export default function Requests({ store }) {
  const base = `/sell/${store}/sourcing`;
  const asked = usePages((cursor) => get("/quote-requests", { cursor }));
  const add = html`<${Button} wide icon="plus" href=${to(`${base}/requests/new`)}>${t("trading:ask_suppliers")}<//>`;
  const each = (one) => html`<${Item} key=${one.id} href=${to(`${base}/requests/${one.id}`)} title=${one.title}
    under=${html`<span class="trade-block"><${RequestLine} of=${one} /></span><span class="trade-block">${t("trading:answered_by", { count: one.suppliers })}</span>`} after=${html`<${RequestState} of=${one.state} />`} />`;
  return html`<${Screen} title=${t("trading:my_requests")} up=${base} narrow>
    <${Pages} from=${asked} each=${each} empty=${html`<${Empty} icon="file-text" title=${t("trading:no_requests")} action=${add}>${t("trading:no_requests_text")}<//>`} />
    ${asked.items.length ? html`<div class="dock trade-dock">${add}</div>` : null}
  <//>`;
}
