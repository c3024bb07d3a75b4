/** All conversations: a buyer's with stores, or a store's inbox that all who answer share. */
import { t } from "../../i18n.js";
import { to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { IconButton } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Conversations } from "./list.js";

export default function Chats({ store, me }) {
  const [mine, setMine] = useState(false);
  const settings = store ? html`<${IconButton} icon="settings" label=${t("talking:desk")} href=${to(`/sell/${store}/desk`)} />` : null;
  return html`<${Screen} title=${store ? t("talking:inbox") : t("talking:title")} actions=${settings}>
    ${store ? html`<${Whose} mine=${mine} onChange=${setMine} />` : null}
    <${Conversations} store=${store} assignee=${mine ? me.id : undefined} me=${me} key=${mine} />
  <//>`;
}

const Whose = ({ mine, onChange }) => html`<div class="row" role="group" aria-label=${t("talking:whose")}>
  <button type="button" class="chip" aria-pressed=${mine ? "false" : "true"} onClick=${() => onChange(false)}>${t("talking:all")}</button>
  <button type="button" class="chip" aria-pressed=${mine ? "true" : "false"} onClick=${() => onChange(true)}>${t("talking:mine")}</button>
</div>`;
