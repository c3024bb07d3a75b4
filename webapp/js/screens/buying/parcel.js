/** Where the parcel is, and what its courier told. */
import { moment } from "../../format.js";
import { t } from "../../i18n.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button } from "../../ui/parts.js";
import { toast } from "../../ui/toast.js";

const TONES = { delivered: "good", attempt_fail: "warn", customs: "warn", damaged: "bad", lost: "bad", returned: "warn", expired: "warn" };
const FEW = 4;

export function Parcel({ tracking }) {
  const [all, showAll] = useState(false);
  const news = all ? tracking.events : tracking.events.slice(0, FEW);
  const copy = async () => { await navigator.clipboard?.writeText(tracking.tracking_number).catch(() => {}); toast(t("buying:number_copied")); };
  return html`<section class="card" aria-labelledby="parcel"><div class="row"><h2 id="parcel" class="grow">${t("buying:parcel")}</h2><${Badge} tone=${TONES[tracking.status] ?? "accent"}>${t(`buying:parcel_${tracking.status}`)}<//></div>
    <div class="row"><${Icon} name="truck" /><span class="grow"><span>${tracking.courier}</span> <span class="muted small number">${tracking.tracking_number}</span></span>
      <${Button} look="quiet" slim icon="copy" onClick=${copy}>${t("buying:copy")}<//></div>
    ${news.length ? html`<ol class="steps stacked">${news.map((one, at) => html`<li key=${`${one.at}${one.code}`} class=${at === 0 ? "done" : ""}><b>${t(`buying:parcel_${one.status}`)}</b>
      <span class="muted small">${[one.place, moment(one.at)].filter(Boolean).join(" · ")}</span></li>`)}</ol>` : html`<p class="muted small">${t("buying:no_news")}</p>`}
    ${tracking.events.length > FEW ? html`<button type="button" class="chip" aria-expanded=${all ? "true" : "false"} onClick=${() => showAll(!all)}>${t(all ? "buying:fewer_news" : "buying:all_news")}</button>` : null}
    ${tracking.proof ? html`<p class="small">${t("buying:received_by", { name: tracking.proof.received_by, when: moment(tracking.proof.at) })}</p>${tracking.proof.photo_url ? html`<p class="small"><a href=${tracking.proof.photo_url} target="_blank" rel="noopener noreferrer">${t("buying:proof_photo")}</a></p>` : null}` : null}
  </section>`;
}
