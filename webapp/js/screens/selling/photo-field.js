/** One photo of a store, its logo or its banner: chosen, sent with its progress, replaced or taken away. */
import { t } from "../../i18n.js";
import { at } from "../../place.js";
import { html, useRef, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, Meter } from "../../ui/parts.js";
import { faultOf } from "./photos.js";
import { upload } from "../../uploading.js";

/** `value` is the photo `{id, path}` or null. */
export function PhotoField({ label, hint, purpose, value, onChange }) {
  const input = useRef(null);
  const [share, setShare] = useState(null);
  const [fault, setFault] = useState("");
  const take = async (file) => {
    if (!file) return;
    setFault("");
    setShare(0);
    try {
      const { id, path, width, height } = await upload(file, purpose, setShare);
      onChange({ id, path, width, height });
    } catch (refused) {
      setFault(faultOf(refused));
    } finally {
      setShare(null);
      input.current.value = "";
    }
  };
  return html`<fieldset class="photo-field"><legend class="legend">${label}</legend>
    <div class="row wrap">
      <span class=${`photo-slot ${purpose === "banner" ? "broad" : "square"}`}>${value?.path ? html`<img src=${at(value.path)} alt=${label} />` : html`<${Icon} name="image-plus" />`}</span>
      <div class="grow stack">
        <div class="row wrap">
          <${Button} look="quiet" slim icon="upload" busy=${share !== null} onClick=${() => input.current.click()}>${value ? t("selling:replace") : t("selling:choose_photo")}<//>
          ${value ? html`<${Button} look="plain" slim onClick=${() => onChange(null)}>${t("selling:take_away")}<//>` : null}
        </div>
        ${share !== null ? html`<${Meter} part=${share} whole=${1} label=${t("goods:sending")} />` : null}
        ${fault ? html`<p class="fault small" role="alert">${fault}</p>` : html`<p class="muted small">${hint}</p>`}
      </div>
      <input type="file" class="unseen" tabindex="-1" aria-label=${label} accept="image/*" ref=${input} onChange=${(event) => take(event.target.files[0])} />
    </div>
  </fieldset>`;
}
