/** One's files by folder: called otherwise, moved, deleted. */
import { get, patch, remove } from "../../../api.js";
import { bytes, day } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useDeed, useLoaded, usePages } from "../../../loading.js";
import { at } from "../../../place.js";
import { Form, Text, useForm } from "../../../ui/form.js";
import { html, useState } from "../../../ui/html.js";
import { Icon } from "../../../ui/icon.js";
import { Button, Meter, Pairs, Photo, Refusal } from "../../../ui/parts.js";
import { Screen } from "../../../ui/screen.js";
import { Sheet } from "../../../ui/sheet.js";
import { Empty, Pages } from "../../../ui/states.js";
import { toast } from "../../../ui/toast.js";

const LIMIT = 60;

export default function Files() {
  const [folder, enter] = useState(null);
  const [folders, setFolders] = useState([]);
  const [shown, show] = useState(null);
  const standing = useLoaded(() => get("/storage"));
  const files = usePages(async (cursor) => {
    const page = await get("/files", { folder, cursor, limit: LIMIT });
    setFolders((known) => [...new Set([...known, ...page.items.map((one) => one.folder).filter(Boolean)])].sort());
    return page;
  }, [folder]);
  const done = (words) => { show(null); toast(words); files.reload({ quiet: true }); standing.reload({ quiet: true }); };
  const each = (one) => html`<li key=${one.id}><button type="button" class="file tap" onClick=${() => show(one)}>
    <${Picture} of=${one} /><span class="clip small">${one.name || t(`storage:purpose_${one.purpose}`)}</span><span class="small muted number">${bytes(one.bytes)}</span></button></li>`;
  return html`<${Screen} title=${t("storage:files")} up="/storage">
    ${standing.data ? html`<div class="card"><p class="row"><span class="grow">${t("storage:stored")}</span><span class="number small">${t("storage:of", { used: bytes(standing.data.used_bytes), whole: bytes(standing.data.plan.stored_bytes) })}</span></p>
      <${Meter} part=${standing.data.used_bytes} whole=${standing.data.plan.stored_bytes} label=${t("storage:stored")} /></div>` : html`<div class="skeleton strip"></div>`}
    ${folders.length ? html`<div class="scroller" role="group" aria-label=${t("storage:folders")}>
      <button type="button" class="chip tall" aria-pressed=${folder === null ? "true" : "false"} onClick=${() => enter(null)}>${t("storage:all_files")}</button>
      ${folders.map((one) => html`<button type="button" class="chip tall" key=${one} aria-pressed=${folder === one ? "true" : "false"} onClick=${() => enter(one)}><${Icon} name="archive" />${one}</button>`)}</div>` : null}
    <${Pages} look="tiles files" from=${files} each=${each} empty=${html`<${Empty} icon="image" title=${t("storage:no_files")}>${t("storage:no_files_text")}<//>`} />
    ${shown ? html`<${File} of=${shown} folders=${folders} onClose=${() => show(null)} onDone=${done} />` : null}
  <//>`;
}

/** A file as a small picture; what isn't public has none. */
const Picture = ({ of, size = "big" }) => (of.thumbnail_path
  ? html`<span class=${`shot ${size}`}><img src=${at(of.thumbnail_path)} alt="" loading="lazy" decoding="async" width=${of.width} height=${of.height} /></span>`
  : html`<${Photo} size=${size} icon="lock" />`);

function File({ of, folders, onClose, onDone }) {
  const { values, bind } = useForm({ name: of.name, folder: of.folder });
  const [sure, ask] = useState(false);
  const keep = useDeed((_, wish) => patch(`/files/${of.id}`, wish), { done: () => onDone(t("frame:saved")) });
  const drop = useDeed((_, force) => remove(`/files/${of.id}${force ? "?force=true" : ""}`), { done: () => onDone(t("storage:deleted", { size: bytes(of.bytes) })) });
  return html`<${Sheet} title=${of.name || t(`storage:purpose_${of.purpose}`)} onClose=${onClose}>
    <div class="row top"><${Picture} of=${of} size="" /><div class="grow"><${Pairs} of=${[[t("storage:used_for"), t(`storage:purpose_${of.purpose}`)], [t("storage:size"), `${bytes(of.bytes)} · ${of.width} × ${of.height}`], [t("storage:came"), day(of.created_at)]]} /></div></div>
    ${sure ? html`<p>${t("storage:delete_text", { size: bytes(of.bytes) })}</p><${Refusal} problem=${drop.problem} />
      ${drop.problem?.code === "photo_in_use" ? html`<${Button} look="plain" wide busy=${drop.busy} onClick=${() => drop.run(true)}>${t("storage:delete_anyway")}<//>` : null}
      <${Button} look="danger" wide icon="trash" busy=${drop.busy} onClick=${() => drop.run(false)}>${t("storage:delete_now")}<//>
      <${Button} look="plain" wide onClick=${() => ask(false)}>${t("frame:cancel")}<//>` : html`
    <${Form} label=${t("storage:file")} onSubmit=${() => keep.run(values)}>
      <${Text} label=${t("storage:name")} ...${bind("name")} maxlength="100" problem=${keep.problem} />
      <${Text} label=${t("storage:folder")} hint=${t("storage:folder_text")} ...${bind("folder")} list="folders" maxlength="100" problem=${keep.problem} />
      <datalist id="folders">${folders.map((one) => html`<option value=${one}></option>`)}</datalist>
      <${Refusal} problem=${keep.problem} />
      <${Button} type="submit" wide busy=${keep.busy}>${t("frame:save")}<//>
      <${Button} look="danger" wide icon="trash" onClick=${() => ask(true)}>${t("frame:delete")}<//>
    <//>`}<//>`;
}
