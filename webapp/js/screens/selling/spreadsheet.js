/** Goods out of a spreadsheet and into one, with how far each is. */
import { get, post } from "../../api.js";
import { ago, number } from "../../format.js";
import { has, t } from "../../i18n.js";
import { useAgain, useDeed, usePages } from "../../loading.js";
import { Check } from "../../ui/form.js";
import { html, useRef, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Button, Meter, Note, Pairs, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Pages } from "../../ui/states.js";
import { send } from "../../uploading.js";

const MOST_BYTES = 5 * 1024 * 1024;
const TONES = { waiting: "", running: "accent", done: "good", failed: "bad" };

export default function Spreadsheet({ store }) {
  const past = usePages((cursor) => get(`/stores/${store}/imports`, { cursor, limit: 10 }), [store]);
  const [report, read] = useState(null);
  useFollowed(past.items.filter((one) => one.state === "running"), (one) => get(`/imports/${one.id}`), (now) => past.set((was) => ({ ...was, items: was.items.map((one) => (one.id === now.id ? now : one)) })));
  const each = (one) => html`<li key=${one.id}><${Progress} of=${one} onRead=${() => read(one)} /></li>`;
  return html`<${Screen} title=${t("goods:spreadsheet")} up=${`/sell/${store}/goods`} narrow>
    <${Import} store=${store} onBegun=${(begun) => past.set((was) => ({ ...was, items: [begun, ...(was?.items ?? [])] }))} />
    <${Export} store=${store} />
    <section class="stack" aria-labelledby="past"><h2 id="past">${t("goods:imports")}</h2>
      <${Pages} from=${past} each=${each} look="list imports" empty=${html`<${Empty} icon="file-text" title=${t("goods:imports_none")}>${t("goods:imports_none_text")}<//>`} /></section>
    ${report ? html`<${Report} of=${report} onClose=${() => read(null)} />` : null}
  <//>`;
}

/** Ask again about what still runs, until it has ended. */
function useFollowed(running, load, told) {
  useAgain(running.length > 0, () => { for (const one of running) load(one).then(told, () => {}); });
}

function Import({ store, onBegun }) {
  const input = useRef(null);
  const [publish, setPublish] = useState(true);
  const [share, setShare] = useState(null);
  const [fault, setFault] = useState("");
  const deed = useDeed(async (key, file) => {
    const format = file.name.toLowerCase().endsWith(".jsonl") ? "jsonl" : "csv";
    const asked = await post(`/stores/${store}/imports`, { format, bytes: file.size, publish }, { key });
    setShare(0);
    await send(asked.upload, file, setShare);
    return post(`/imports/${asked.id}/start`);
  }, { done: onBegun });
  const take = async (event) => {
    const [file] = event.target.files;
    event.target.value = "";
    setFault(file && file.size > MOST_BYTES ? t("goods:file_too_large") : "");
    if (file && file.size <= MOST_BYTES) await deed.run(file);
    setShare(null);
  };
  const problem = deed.problem?.code === "not_sent" ? null : deed.problem;
  return html`<section class="card" aria-labelledby="import"><h2 id="import">${t("goods:import")}</h2>
    <p class="muted">${t("goods:import_text")}</p>
    <p><a class="small" download=${t("goods:template_name")} href=${`data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${t("goods:template_columns")}\n`)}`}>${t("goods:template")}</a></p>
    <${Check} label=${t("goods:import_publish")} name="publish" value=${publish} onChange=${setPublish} />
    <${Button} wide icon="upload" busy=${deed.busy} onClick=${() => input.current.click()}>${t("goods:choose_file")}<//>
    ${share === null ? null : html`<${Meter} part=${share} whole=${1} label=${t("goods:sending")} />`}
    ${fault || deed.problem?.code === "not_sent" ? html`<p class="fault small" role="alert">${fault || t("goods:photo_not_sent")}</p>` : null}
    <${Refusal} problem=${problem} />
    <input type="file" class="unseen" tabindex="-1" aria-label=${t("goods:choose_file")} accept=".csv,.jsonl,text/csv" ref=${input} onChange=${take} /></section>`;
}

function Export({ store }) {
  const [made, set] = useState(null);
  const deed = useDeed((key) => post(`/stores/${store}/exports`, { format: "csv" }, { key }), { done: set });
  useFollowed(made && (made.state === "running" || made.state === "waiting") ? [made] : [], (one) => get(`/exports/${one.id}`), set);
  return html`<section class="card" aria-labelledby="export"><h2 id="export">${t("goods:export")}</h2><p class="muted">${t("goods:export_text")}</p>
    <${Refusal} problem=${deed.problem} />
    <div aria-live="polite" class="stack">${made?.state === "done" ? html`<${Note} tone="good">${t("goods:export_done", { count: made.rows })}<//>
        ${made.files.map((address, at) => html`<a class="button wide" href=${address} download key=${address}><${Icon} name="download" />${made.files.length > 1 ? t("goods:download_part", { part: at + 1 }) : t("goods:download")}</a>`)}` : null}
      ${made?.state === "failed" ? html`<${Note} tone="bad">${failure(made)}<//>` : null}</div>
    ${made?.state === "done" ? null : html`<${Button} look="quiet" wide icon="download" busy=${deed.busy || made?.state === "running" || made?.state === "waiting"} onClick=${() => deed.run()}>${t("goods:export_now")}<//>`}</section>`;
}

const failure = (of) => (has(`goods:failure_${of.failure?.code}`) ? t(`goods:failure_${of.failure.code}`) : of.failure?.detail ?? "");

function Progress({ of, onRead }) {
  return html`<div class="stack"><div class="row"><${Badge} tone=${TONES[of.state]}>${t(`goods:import_${of.state}`)}<//><span class="muted small grow end">${ago(of.created_at)}</span></div>
    ${of.state === "running" ? html`<${Meter} part=${of.seen} whole=${of.rows ?? 0} label=${t("goods:import_running")} /><p class="small muted" aria-live="polite">${t("goods:rows_seen", { seen: number(of.seen), rows: of.rows == null ? "…" : number(of.rows) })}</p>` : null}
    ${of.state === "done" ? html`<${Pairs} of=${[[t("goods:rows_created"), number(of.created)], [t("goods:rows_updated"), number(of.updated)], [t("goods:rows_faulty"), number(of.faulty)]]} />` : null}
    ${of.state === "failed" ? html`<p class="small">${failure(of)}</p>` : null}
    ${of.faulty ? html`<${Button} look="plain" slim icon="circle-alert" onClick=${onRead}>${t("goods:read_faults", { count: of.faulty })}<//>` : null}</div>`;
}

/** What is wrong with a cell: in her words where it has the wrong form, else as the API says it. */
const faultOf = (one) => (one.code === "invalid" && has(`goods:fault_in_${one.column}`) ? t(`goods:fault_in_${one.column}`) : one.detail);

function Report({ of, onClose }) {
  const found = usePages((cursor) => get(`/imports/${of.id}/report`, { cursor, limit: 50 }), [of.id]);
  const each = (one) => html`<li class="item" key=${`${one.row}-${one.column}-${one.code}`}><span class="grow"><span>${t("goods:fault_at", { row: number(one.row), column: has(`goods:column_${one.column}`) ? t(`goods:column_${one.column}`) : one.column })}</span><span class="muted small">${faultOf(one)}</span></span></li>`;
  return html`<${Sheet} title=${t("goods:faults")} onClose=${onClose}><${Pages} from=${found} each=${each} empty=${html`<${Empty} title=${t("goods:no_faults")} />`} /><//>`;
}
