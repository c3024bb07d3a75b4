/** Who wants to be verified as a supplier. */
import { get, post } from "../../api.js";
import { ago } from "../../format.js";
import { t } from "../../i18n.js";
import { usePages } from "../../loading.js";
import { html, useState } from "../../ui/html.js";
import { Button } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Pages } from "../../ui/states.js";
import { AskSheet } from "../trading/ask-sheet.js";
import { only } from "./only.js";

export default only(() => {
  const waiting = usePages((cursor) => get("/supplier-applications", { cursor }));
  const [judging, judge] = useState(null);
  const gone = () => waiting.set((was) => ({ ...was, items: was.items.filter((one) => one.store_id !== judging.of.store_id) }));
  const each = (one) => html`<li class="card" key=${one.store_id}><div class="row top"><h2 class="grow">${one.store_name}</h2><span class="muted small">${ago(one.applied_at)}</span></div>
    <p class="muted small">${t("trading:since", { year: String(one.since) })}</p><p class="prose">${one.about}</p>
    <div class="row wrap"><${Button} icon="shield-check" onClick=${() => judge({ of: one, action: "verify" })}>${t("operating:verify")}<//><${Button} look="danger" onClick=${() => judge({ of: one, action: "refuse" })}>${t("operating:refuse")}<//></div></li>`;
  return html`<${Screen} title=${t("operating:suppliers")} up="/operating" narrow>
    <${Pages} from=${waiting} look="stack" each=${each} empty=${html`<${Empty} icon="warehouse" title=${t("operating:nothing_waits")}>${t("operating:nothing_waits_text")}<//>`} />
    ${judging ? html`<${AskSheet} title=${judging.action === "verify" ? t("operating:verify") : t("operating:refuse")} look=${judging.action === "verify" ? "" : "danger"} words=${t("operating:why")} onClose=${() => judge(null)} done=${gone}
      deed=${(key, reason) => post(`/suppliers/${judging.of.store_id}/judgement`, { action: judging.action, reason }, { key })}><p><strong>${judging.of.store_name}</strong></p><//>` : null}<//>`;
});
