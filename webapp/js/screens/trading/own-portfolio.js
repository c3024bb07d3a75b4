/** The pictures that one shows of one's work, in their order. */
import { put } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { Text } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, IconButton, Photo, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Loaded } from "../../ui/states.js";
import { useUnsaved } from "../../unsaved.js";
import { loadOwn } from "./own-partner.js";
import { PickPhotos } from "./pick-photos.js";

const MOST = 24;

export default function OwnPortfolio() {
  const loaded = useLoaded(loadOwn);
  return html`<${Screen} title=${t("trading:portfolio")} up="/partners/me" narrow>
    <${Loaded} from=${loaded}>${(shown) => html`<${Edit} from=${shown?.portfolio ?? []} />`}<//><//>`;
}

function Edit({ from }) {
  const [pieces, setPieces] = useState(from);
  const [changed, setChanged] = useState(false);
  useUnsaved(null, { changed: () => changed });
  const deed = useDeed((_, all) => put("/partner/portfolio", { pieces: all.map((one) => ({ photo_id: one.id, caption: one.caption })) }), { done: (shown) => { setPieces(shown.portfolio); setChanged(false); }, said: t("frame:saved") });
  const change = (next) => { setPieces(next); setChanged(true); };
  const add = (photo) => { setPieces((was) => [...was, { id: photo.id, path: photo.path, width: photo.width, height: photo.height, caption: "" }]); setChanged(true); };
  const move = (at) => { const next = [...pieces]; [next[at - 1], next[at]] = [next[at], next[at - 1]]; change(next); };
  return html`<p class="muted">${t("trading:portfolio_text")}</p>
    ${pieces.length ? html`<ul class="stack">${pieces.map((one, at) => html`<li class="card row" key=${one.id}><${Photo} of=${one} alt=${one.caption || t("trading:picture_number", { number: at + 1 })} />
      <div class="grow"><${Text} label=${t("trading:caption_of", { number: at + 1 })} unseen placeholder=${t("trading:caption")} name=${`caption-${at}`} value=${one.caption} maxlength="120" onChange=${(caption) => change(pieces.map((other) => (other.id === one.id ? { ...other, caption } : other)))} />
        <div class="row"><${IconButton} icon="move-up" label=${t("trading:move_up", { number: at + 1 })} disabled=${at === 0} onClick=${() => move(at)} /><${IconButton} icon="trash" label=${t("trading:drop_picture", { number: at + 1 })} onClick=${() => change(pieces.filter((other) => other.id !== one.id))} /></div></div></li>`)}</ul>`
      : html`<${Empty} icon="image" title=${t("trading:no_pictures")}>${t("trading:no_pictures_text")}<//>`}
    <${PickPhotos} purpose="portfolio" room=${MOST - pieces.length} label=${t("trading:add_pictures")} onAdd=${add} />
    <${Refusal} problem=${deed.problem} />
    ${changed ? html`<div class="dock"><${Button} wide busy=${deed.busy} onClick=${() => deed.run(pieces)}>${t("frame:save")}<//></div>` : null}`;
}
