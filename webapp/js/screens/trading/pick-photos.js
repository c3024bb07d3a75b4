/** Choosing pictures of one's own and sending them, one after another. */
import { t } from "../../i18n.js";
import { html, useRef, useState } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { upload } from "./upload.js";

/** `onAdd(photo, file)` hears of each that was sent; `room` is how many more there may be. */
export function PickPhotos({ purpose, room, onAdd, label }) {
  const [busy, setBusy] = useState(0);
  const [problem, setProblem] = useState(null);
  const input = useRef(null);
  const send = async (event) => {
    const files = [...event.target.files].slice(0, room);
    event.target.value = "";
    setProblem(null);
    for (const [at, file] of files.entries()) {
      setBusy(files.length - at);
      try {
        onAdd(await upload(file, purpose), file);
      } catch (refused) {
        setProblem(refused);
        break;
      }
    }
    setBusy(0);
  };
  return html`<input class="unseen" type="file" accept="image/*" multiple ref=${input} tabindex="-1" aria-label=${label} onChange=${send} />
    <${Button} look="quiet" wide icon="image-plus" busy=${busy > 0} disabled=${room < 1} onClick=${() => input.current.click()}>${busy ? t("trading:sending", { count: busy }) : label}<//>
    <${Refusal} problem=${problem} />`;
}
