/** Messages that somebody reported. */
import { get } from "../../api.js";
import { ago } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { html } from "../../ui/html.js";
import { Badge } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { only } from "./only.js";

export default only(() => {
  const told = usePages((cursor) => get("/message-reports", { cursor }));
  const each = (one) => html`<li class="card" key=${one.id}><div class="row"><${Badge} tone="warn">${t(`operating:message_${one.reason}`)}<//><span class="muted small grow end">${ago(one.at)}</span></div>
    <p class="prose trade-said">${one.text || t("operating:no_text")}</p>${one.note ? html`<p class="small muted">${t("operating:reporter_says", { note: one.note })}</p>` : null}</li>`;
  return html`<${Screen} title=${t("operating:messages")} up="/operating" narrow>
    <${Pages} from=${told} look="stack" each=${each} empty=${html`<${Empty} icon="message-circle" title=${t("operating:nothing_reported")} />`} /><//>`;
});
