/** A booked parcel: its label, when it is fetched, where it is, and what is claimed for it. */
import { blob, get, post } from "../../api.js";
import { moment, money, time } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { save, show } from "../../saving.js";
import { html, useState } from "../../ui/html.js";
import { Badge, Button, Note, Pairs, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Loaded } from "../../ui/states.js";
import { Claim } from "./claim.js";
import { Pickup } from "./pickup.js";
import { Way } from "./way.js";
import { parcelState } from "./words.js";


export default function Parcel({ store, order, parcel: id }) {
  const parcel = useLoaded(() => get(`/shipping/parcels/${id}`), [id]);
  return html`<${Screen} title=${t("shipping:parcel")} up=${`/sell/${store}/orders/${order}`}>
    <${Loaded} from=${parcel} lines=${4}>${(of) => html`<${Whole} of=${of} reload=${() => parcel.reload({ quiet: true })} />`}<//>
  <//>`;
}

function Whole({ of, reload }) {
  const { booking, tracking } = of;
  const [sheet, setSheet] = useState(null);
  const [words, tone] = parcelState({ booking, status: tracking?.status });
  const waits = booking.state === "booked" && !tracking?.possessed_at;
  const back = booking.direction === "back";
  return html`<div class="card"><div class="row"><h2 class="grow">${back ? t("shipping:comes_back") : t("shipping:goes_out")}</h2><${Badge} tone=${tone}>${words}<//></div>
      ${booking.tracking_number ? html`<p class="number parcel-number">${booking.tracking_number}</p>` : null}
      ${booking.reason ? html`<${Note} tone="bad">${booking.reason}<//>` : null}
      <ul class="small muted">${booking.contents.map((one) => html`<li key=${one.line_id}>${one.title} × ${one.pieces}</li>`)}</ul></div>
    ${booking.state === "booked" ? html`<div class="two parcel-deeds">
      <${Label} id=${booking.id} />
      ${waits && !back ? html`<${Button} look="quiet" icon="truck" onClick=${() => setSheet("pickup")}>${booking.pickup ? t("shipping:pickup_anew") : t("shipping:pickup")}<//>` : null}</div>` : null}
    ${booking.pickup ? html`<${Note} tone="good" icon="truck">${t("shipping:fetched_at", { since: moment(booking.pickup.since), until: time(booking.pickup.until), name: booking.pickup.name })}<//>` : null}
    <section class="card" aria-labelledby="way"><h2 id="way">${t("shipping:way")}</h2>${tracking ? html`<${Way} of=${tracking} />` : html`<p class="muted small">${t("shipping:no_news")}</p>`}</section>
    <${Claim} parcel=${booking.id} />
    <section class="card" aria-labelledby="facts"><h2 id="facts">${t("shipping:facts")}</h2><${Pairs} of=${[
      [t("shipping:from"), `${booking.sender.name} · ${booking.sender.region_name}`], [t("shipping:to"), `${booking.recipient.name} · ${booking.recipient.region_name}`],
      [t("shipping:weight"), t("shipping:in_grams", { count: booking.grams })], [t("shipping:paid"), booking.paid_from === "wallet" ? t("shipping:pay_wallet") : t("shipping:pay_pickup")], [t("shipping:price"), money(booking.price), { sum: true }],
    ]} /></section>
    ${waits && !back ? html`<${Button} look="danger" wide onClick=${() => setSheet("cancel")}>${t("shipping:cancel_parcel")}<//>` : null}
    ${sheet === "pickup" ? html`<${Pickup} parcel=${booking.id} onClose=${() => setSheet(null)} onDone=${() => { setSheet(null); reload(); }} />` : null}
    ${sheet === "cancel" ? html`<${Cancel} booking=${booking} onClose=${() => setSheet(null)} onDone=${() => { setSheet(null); reload(); }} />` : null}`;
}

/** The label as a PDF in a new window, from where it is printed. */
function Label({ id }) {
  const deed = useDeed(async () => {
    const shown = open("", "_blank");  // at once, or the browser takes it for an unwanted one
    try {
      const label = await blob(`/shipping/parcels/${id}/label`, { format: "pdf" });
      if (shown) show(label, shown);
      else save(label, `${id}.pdf`);
    } catch (problem) {
      shown?.close();
      throw problem;
    }
  });
  return html`<div class="stack"><${Button} wide icon="printer" busy=${deed.busy} onClick=${() => deed.run()}>${t("shipping:label")}<//><${Refusal} problem=${deed.problem} /></div>`;
}

function Cancel({ booking, onClose, onDone }) {
  const deed = useDeed((key) => post(`/shipping/parcels/${booking.id}/cancel`, undefined, { key }), { done: onDone, said: t("shipping:parcel_cancelled") });
  return html`<${Sheet} title=${t("shipping:cancel_parcel")} onClose=${onClose}>
    <p>${booking.paid_from === "wallet" ? t("shipping:cancel_parcel_paid", { amount: money(booking.price) }) : t("shipping:cancel_parcel_text")}</p>
    <${Refusal} problem=${deed.problem} /><${Button} wide look="danger" busy=${deed.busy} onClick=${() => deed.run()}>${t("shipping:cancel_parcel")}<//><//>`;
}
