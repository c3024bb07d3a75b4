/** What is claimed of a courier for a parcel, which happens by itself. */
import { get, post } from "../../api.js";
import { moment, money } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { html } from "../../ui/html.js";
import { Badge, Button, Pairs, Refusal } from "../../ui/parts.js";

const TONES = { open: "warn", accepted: "good", paid: "good", refused: "bad", closed: "" };

export function Claim({ parcel }) {
  const claim = useLoaded(() => get(`/shipping/parcels/${parcel}/claim`).catch((problem) => {
    if (problem.status === 404) return null;
    throw problem;
  }), [parcel]);
  const close = useDeed((key) => post(`/shipping/parcels/${parcel}/claim/close`, undefined, { key }), { done: (after) => claim.set(after) });
  const of = claim.data;
  if (!of) return null;
  return html`<section class="card" aria-labelledby="claim"><div class="row"><h2 class="grow" id="claim">${t("shipping:claim")}</h2><${Badge} tone=${TONES[of.state]}>${t(`shipping:claim_${of.state}`)}<//></div>
    <p>${t(`shipping:claimed_${of.reason}`)}</p>
    ${of.answer ? html`<p class="prose">${t("shipping:claim_answer", { answer: of.answer })}</p>` : null}
    <${Pairs} of=${[[t("shipping:claim_since"), moment(of.opened_at)], of.amount ? [t("shipping:claim_amount"), money(of.amount), { sum: true }] : null]} />
    <${Refusal} problem=${close.problem} />
    ${["open", "refused"].includes(of.state) ? html`<${Button} look="plain" slim busy=${close.busy} onClick=${() => close.run()}>${t("shipping:claim_close")}<//>` : null}
  </section>`;
}
