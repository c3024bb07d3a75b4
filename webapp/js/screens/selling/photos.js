/** The photos of goods: several at once from the camera or from files, each with how far it is; moved and removed. */
import { has, t } from "../../i18n.js";
import { at } from "../../place.js";
import { html, useEffect, useRef, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, IconButton, Meter } from "../../ui/parts.js";
import { useKeptFocus } from "./movable.js";
import { upload } from "../../uploading.js";

export const MOST_PHOTOS = 9;
let made = 0;

/** A sentence about a photo that wasn't taken. */
export function faultOf(refused) {
  const words = `goods:photo_${refused.code}`;
  if (has(words)) return t(words);
  return refused.status ? refused.message : t("frame:no_answer");
}

/** A photo that is there already, as the field holds it. */
export const ready = (photo) => ({ key: photo.id, photo, share: 1, fault: "" });

/**
 * `photos` is `[{key, photo, share, fault, file}]`, `setPhotos` takes what makes the next of the last: several are on their
 * way at once.
 */
export function Photos({ photos, setPhotos, fault }) {
  const files = useRef(null), camera = useRef(null);
  const [said, say] = useState("");
  const [tiles, keep] = useKeptFocus();
  const gone = useRef(false);
  useEffect(() => () => { gone.current = true; }, []);
  const change = (key, values) => { if (!gone.current) setPhotos((was) => was.map((one) => (one.key === key ? { ...one, ...values } : one))); };
  const sendOne = async ({ key, file }) => {
    change(key, { share: 0, fault: "" });
    try {
      const photo = await upload(file, "listing", (share) => change(key, { share }));
      change(key, { photo, share: 1 });
    } catch (refused) {
      change(key, { fault: faultOf(refused) });
    }
  };
  const add = async (event) => {
    const room = MOST_PHOTOS - photos.length;
    const chosen = [...event.target.files].slice(0, room).map((file) => ({ key: `new-${++made}`, photo: null, share: 0, fault: "", file }));
    event.target.value = "";
    setPhotos((was) => [...was, ...chosen]);
    await Promise.all(chosen.map(sendOne));
  };
  const move = (from, by) => {
    keep(photos[from].key, by < 0 ? "up" : "down");
    say(t("selling:moved", { name: t("goods:photo"), place: from + by + 1, count: photos.length }));
    setPhotos((was) => { const next = [...was]; const [one] = next.splice(from, 1); next.splice(from + by, 0, one); return next; });
  };
  const drop = (key) => setPhotos((was) => was.filter((one) => one.key !== key));
  const full = photos.length >= MOST_PHOTOS;
  return html`<fieldset class="photos"><legend class="legend">${t("goods:photos")}</legend>
    <p class="muted small">${t("goods:photos_hint", { count: MOST_PHOTOS })}</p>
    <ul class="photo-tiles" ref=${tiles}>${photos.map((one, place) => html`<${Tile} key=${one.key} of=${one} place=${place} last=${place === photos.length - 1}
      onMove=${(by) => move(place, by)} onDrop=${() => drop(one.key)} onAgain=${() => sendOne(one)} />`)}
      ${full ? null : html`<li><button type="button" class="photo-add tap" onClick=${() => files.current.click()}><${Icon} name="image-plus" /><span>${t("goods:add_photos")}</span></button></li>
      <li><button type="button" class="photo-add tap" onClick=${() => camera.current.click()}><${Icon} name="camera" /><span>${t("goods:camera")}</span></button></li>`}
    </ul>
    <input type="file" class="unseen" tabindex="-1" aria-label=${t("goods:add_photos")} accept="image/*" multiple ref=${files} onChange=${add} />
    <input type="file" class="unseen" tabindex="-1" aria-label=${t("goods:camera")} accept="image/*" capture="environment" ref=${camera} onChange=${add} />
    ${fault ? html`<p class="fault small" role="alert">${fault}</p>` : null}
    <span class="unseen" aria-live="polite">${said}</span>
  </fieldset>`;
}

function Tile({ of, place, last, onMove, onDrop, onAgain }) {
  const name = t("goods:photo_at", { place: place + 1 });
  return html`<li class=${of.fault ? "refused" : ""}>
    <span class="photo-tile">${of.photo ? html`<img src=${at(of.photo.path)} alt=${name} />` : of.fault ? html`<${Refused} of=${of} onAgain=${onAgain} />` : html`<${Icon} name="image" />`}
      ${place === 0 && of.photo ? html`<span class="cover">${t("goods:cover")}</span>` : null}
      ${of.photo || of.fault ? null : html`<span class="photo-way"><${Meter} part=${of.share} whole=${1} label=${t("goods:sending")} /><span class="small">${of.share < 1 ? t("goods:sending") : t("goods:checking")}</span></span>`}</span>
    <span class="photo-moves"><${IconButton} icon="arrow-left" label=${t("selling:move_up", { name })} data-move="up" data-of=${of.key} disabled=${place === 0} onClick=${() => onMove(-1)} />
      <${IconButton} icon="trash" label=${t("goods:remove", { name })} onClick=${onDrop} />
      <${IconButton} icon="arrow-right" label=${t("selling:move_down", { name })} data-move="down" data-of=${of.key} disabled=${last} onClick=${() => onMove(1)} /></span></li>`;
}

/** What is wrong with a photo, where it would stand: nothing moves for it. */
const Refused = ({ of, onAgain }) => html`<span class="refusal"><span class="small" role="alert">${of.fault}</span>
  ${of.file ? html`<${Button} look="plain" slim onClick=${onAgain}>${t("frame:again")}<//>` : null}</span>`;
