/** An invitation to work in a store, as the one who is invited sees it. */
import { get, post } from "../../api.js";
import { moment } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { go } from "../../router.js";
import { refreshWorkplaces } from "../../session.js";
import { html } from "../../ui/html.js";
import { Button, Photo, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";

export default function Invitation({ code }) {
  const found = useLoaded(() => get(`/invitations/${code}`), [code]);
  const deed = useDeed((key) => post(`/invitations/${code}/accept`, undefined, { key }), {
    done: async (place) => { await refreshWorkplaces().catch(() => {}); go(`/sell/${place.store_id}`, { instead: true }); },
  });
  return html`<${Screen} title=${t("selling:invitation")} up="/me" narrow>
    <${Loaded} from=${found} lines=${1}>${(one) => html`<div class="card centred-card"><${Photo} name=${one.store_name} /><h2>${one.store_name}</h2>
      <p>${t("selling:invitation_text", { role: t(`selling:role_${one.role}`) })}</p><p class="muted">${t(`selling:role_${one.role}_may`)}</p>
      <p class="muted small">${t("selling:good_until", { at: moment(one.expires_at) })}</p><${Refusal} problem=${deed.problem} />
      <${Button} wide busy=${deed.busy} onClick=${() => deed.run()}>${t("selling:invitation_accept")}<//></div>`}<//>
  <//>`;
}
