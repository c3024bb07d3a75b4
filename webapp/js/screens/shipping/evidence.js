/** What both sides say and show for themselves. */
import { post } from "../../api.js";
import { moment } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { upload } from "../../uploading.js";
import { Form, Text, useForm } from "../../ui/form.js";
import { html, useRef, useState } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";

const MOST_PHOTOS = 6;

export function Evidence({ of, path, open, onChanged }) {
  const [adding, add] = useState(false);
  return html`<section class="stack" aria-labelledby="evidence"><h2 id="evidence">${t("shipping:evidence")}</h2>
    <ol class="stack">${of.evidence.map((one, at) => html`<li class="card" key=${at}>
      <div class="row"><b class="grow">${t(`shipping:by_${one.by}`)}</b><time class="muted small" datetime=${one.at}>${moment(one.at)}</time></div>
      ${one.text ? html`<p class="prose">${one.text}</p>` : null}
      ${one.photos.length ? html`<div class="row wrap">${one.photos.map((photo) => html`<a href=${photo} target="_blank" rel="noopener" key=${photo}><span class="shot"><img src=${photo} alt=${t("shipping:evidence_photo")} loading="lazy" /></span></a>`)}</div>` : null}
    </li>`)}</ol>
    ${open ? html`<${Button} look="quiet" wide icon="plus" onClick=${() => add(true)}>${t("shipping:add_evidence")}<//>` : null}
    ${adding ? html`<${Add} path=${path} onClose=${() => add(false)} onDone=${(after) => { add(false); onChanged(after); }} />` : null}
  </section>`;
}

function Add({ path, onClose, onDone }) {
  const { values, bind } = useForm({ text: "" });
  const [photos, setPhotos] = useState([]);
  const kept = useRef(new Map());
  const deed = useDeed(async (key, text) => {
    for (const photo of photos) if (!kept.current.has(photo)) kept.current.set(photo, (await upload(photo, "evidence")).id);
    return post(`${path}/evidence`, { text, photo_ids: photos.map((one) => kept.current.get(one)) }, { key });
  }, { done: onDone });
  return html`<${Sheet} title=${t("shipping:add_evidence")} onClose=${onClose}>
    <${Form} label=${t("shipping:add_evidence")} onSubmit=${() => deed.run(values.text, photos.length)}>
      <${Text} label=${t("shipping:say_it")} ...${bind("text")} lines="4" maxlength="2000" problem=${deed.problem} />
      <label class="field"><span>${t("shipping:photos")}</span><input type="file" multiple accept="image/jpeg,image/png,image/webp" onChange=${(event) => setPhotos([...event.target.files].slice(0, MOST_PHOTOS))} /></label>
      <${Refusal} problem=${deed.problem?.of?.("text") ? null : deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy} disabled=${!values.text.trim() && !photos.length}>${t("shipping:show_it")}<//>
    <//><//>`;
}
