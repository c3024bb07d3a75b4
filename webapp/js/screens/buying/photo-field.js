/** Photos that one adds: chosen or taken, sent to where the API says, checked, and shown small. */
import { newKey } from "../../api.js";
import { t } from "../../i18n.js";
import { html, useEffect, useRef, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Note } from "../../ui/parts.js";
import { upload } from "../../uploading.js";

const TAKEN = "image/jpeg,image/png,image/webp";

/** `value` is the ids of photos that are ready, of which `kept` shows those from before; `purpose` is what the API is told they are for. */
export function PhotoField({ label, purpose, value, onChange, most = 6, problem, kept: before = [] }) {
  const field = useRef(null);
  const [shown, show] = useState(() => before.map((one) => ({ ...one, key: one.id })));
  const [fault, blame] = useState("");
  const kept = useRef(value);
  kept.current = value;
  useEffect(() => () => { for (const one of shown) URL.revokeObjectURL(one.url); }, []);
  const add = async (files) => {
    blame("");
    for (const file of [...files].slice(0, most - shown.length)) {
      const mine = { url: URL.createObjectURL(file), key: newKey(), id: null };
      show((was) => [...was, mine]);
      try {
        const { id } = await upload(file, purpose);
        show((was) => was.map((one) => (one.key === mine.key ? { ...one, id } : one)));
        onChange([...kept.current, id]);
      } catch (refused) {
        show((was) => was.filter((one) => one.key !== mine.key));
        blame(refused.message || t("buying:photo_lost"));
      }
    }
    field.current.value = "";
  };
  const drop = (one) => { show((was) => was.filter((other) => other !== one)); onChange(value.filter((id) => id !== one.id)); };
  return html`<fieldset><legend class="legend">${label}</legend><ul class="shots adding">
    ${shown.map((one, at) => html`<li key=${one.key}><span class="shot"><img src=${one.url} alt=${t("buying:photo_seen", { number: at + 1 })} /></span>
      ${one.id ? html`<button type="button" class="drop-shot" aria-label=${t("buying:drop_photo", { number: at + 1 })} onClick=${() => drop(one)}><${Icon} name="x" /></button>` : html`<span class="spinner" role="status" aria-label=${t("buying:sending")}></span>`}</li>`)}
    ${shown.length < most ? html`<li><label class="shot add-shot"><${Icon} name="camera" /><span class="small">${shown.length}/${most}</span><input ref=${field} class="unseen" type="file" accept=${TAKEN} multiple aria-label=${t("buying:add_photos")} onChange=${(event) => add(event.target.files)} /></label></li>` : null}
  </ul>${fault || problem ? html`<${Note} tone="bad">${fault || problem}<//>` : null}</fieldset>`;
}
