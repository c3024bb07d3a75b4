/** Whether one is told on this device while no page is open. */
import { begin, end, possible, standing } from "../../pushing.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, Note, Refusal } from "../../ui/parts.js";
import { toast } from "../../ui/toast.js";

export const Push = () => (possible() ? html`<${Switch} />` : null);

function Switch() {
  const [{ on, denied }, look] = useState(standing);
  const deed = useDeed(async () => {
    if (on) await end();
    const told = on || (await begin());
    look(standing());
    toast(on ? t("push_off") : told ? t("push_on") : t("push_not"), { tone: told ? "good" : "bad" });
  });
  if (denied) return html`<${Note} icon="bell">${t("push_denied")}<//>`;
  return html`<div class="card"><div class="row"><${Icon} name="bell" /><div class="grow"><h2>${t("push")}</h2><p class="muted small">${on ? t("push_is_on") : t("push_text")}</p></div></div>
    <${Refusal} problem=${deed.problem} />
    <${Button} wide look=${on ? "plain" : "quiet"} busy=${deed.busy} onClick=${() => deed.run()}>${on ? t("push_stop") : t("push_start")}<//></div>`;
}
