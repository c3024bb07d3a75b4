/** One's own data: all of it as one file, and the end of one's account. */
import { get, post, put, remove } from "../../api.js";
import { day, number } from "../../format.js";
import { t } from "../../i18n.js";
import { useAgain, useDeed, useLoaded } from "../../loading.js";
import { html, useState } from "../../ui/html.js";
import { Button, Meter, Note, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Loaded } from "../../ui/states.js";

const KEPT = "guanxi:archive";

export default function Privacy() {
  return html`<${Screen} title=${t("privacy:title")} up="/me" narrow><${Archive} /><${Farewell} /><//>`;
}

/** The archive that was asked for on this device last, while there is one. */
const known = async () => {
  const id = localStorage.getItem(KEPT);
  if (!id) return null;
  return get(`/me/archives/${id}`).catch((refused) => {
    if (refused.status !== 404) throw refused;
    localStorage.removeItem(KEPT);
    return null;
  });
};

function Archive() {
  const found = useLoaded(known);
  const ask = useDeed((key) => post("/me/archives", undefined, { key }), {
    done: (made) => { localStorage.setItem(KEPT, made.id); found.set(made); },
  });
  const running = found.data?.state === "running";
  useAgain(running, () => found.reload({ quiet: true }));
  return html`<section class="card" aria-labelledby="archive"><h2 id="archive">${t("privacy:archive")}</h2>
    <p class="muted">${t("privacy:archive_text")}</p>
    <${Refusal} problem=${ask.problem} />
    <${Loaded} from=${found} lines=${1}>${(one) => (one ? html`<${Progress} of=${one} />` : html`<${Button} look="quiet" icon="download" busy=${ask.busy} onClick=${() => ask.run()}>${t("privacy:archive_ask")}<//>`)}<//>
  </section>`;
}

function Progress({ of }) {
  if (of.state === "running") return html`<div class="stack tight" aria-live="polite"><${Meter} part=${of.done} whole=${of.parts} label=${t("privacy:archive_runs")} />
    <p class="small">${t("privacy:archive_runs")} ${number(of.done)}/${number(of.parts)}</p></div>`;
  return html`<div class="stack" aria-live="polite"><p>${t("privacy:archive_done", { records: number(of.records), files: number(of.files), until: day(of.until) })}</p>
    ${of.url ? html`<${Button} href=${of.url} icon="download">${t("privacy:archive_fetch")}<//>` : null}</div>`;
}

function Farewell() {
  const [sure, ask] = useState(false);
  const found = useLoaded(() => get("/me/deletion").catch((refused) => { if (refused.status === 404) return null; throw refused; }));
  const leave = useDeed((key) => put("/me/deletion", undefined, { key }), { done: (one) => { ask(false); found.set(one); } });
  const stay = useDeed(() => remove("/me/deletion"), { done: () => found.set(null), said: t("privacy:stays") });
  return html`<section class="card" aria-labelledby="farewell"><h2 id="farewell">${t("privacy:farewell")}</h2>
    <p class="muted">${t("privacy:farewell_text")}</p>
    <${Refusal} problem=${stay.problem} />
    <${Loaded} from=${found} lines=${1}>${(one) => (one?.state === "waiting" ? html`<${Note} tone="warn">${t("privacy:farewell_due", { when: day(one.due) })}<//>
        <${Button} busy=${stay.busy} onClick=${() => stay.run()}>${t("privacy:stay")}<//>`
      : one && one.state !== "refused" ? html`<${Note} tone="warn">${t("privacy:farewell_begun")}<//>`
      : html`${one ? html`<${Note} tone="bad">${t("privacy:farewell_refused")} ${one.open_matters.join(" ")}<//>` : null}
        <${Button} look="danger" onClick=${() => ask(true)}>${t("privacy:farewell_ask")}<//>`)}<//>
    ${sure ? html`<${Sheet} title=${t("privacy:farewell_ask")} onClose=${() => { leave.clear(); ask(false); }}>
      <p>${t("privacy:farewell_sure")}</p><${Refusal} problem=${leave.problem} />
      <${Button} look="danger" wide busy=${leave.busy} onClick=${() => leave.run()}>${t("privacy:farewell_ask")}<//><//>` : null}
  </section>`;
}
