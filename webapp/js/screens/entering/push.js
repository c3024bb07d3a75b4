/** Whether one is told on this device while no page is open. */
import { begin, end, standing } from "../../pushing.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, Note, Refusal } from "../../ui/parts.js";
import { toast } from "../../ui/toast.js";

export function Push() {
  const now = useLoaded(standing);
  const deed = useDeed(async () => {
    const { key, on } = now.data;
    if (on) await end();
    else if (!(await begin(key))) return;
    toast(on ? t("push_off") : t("push_on"));
  }, { done: () => now.reload({ quiet: true }) });
  if (!now.data?.key) return null;
  const { on, denied } = now.data;
  if (denied) return html`<${Note} icon="bell">${t("push_denied")}<//>`;
  return html`<div class="card"><div class="row"><${Icon} name="bell" /><div class="grow"><h2>${t("push")}</h2><p class="muted small">${on ? t("push_is_on") : t("push_text")}</p></div></div>
    <${Refusal} problem=${deed.problem} />
    <${Button} wide look=${on ? "plain" : "quiet"} busy=${deed.busy} onClick=${() => deed.run()}>${on ? t("push_stop") : t("push_start")}<//></div>`;
}
