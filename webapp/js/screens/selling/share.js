/** Sharing a store: its QR code, and a link for each channel with the visits it brought. */
import { blob, get, post } from "../../api.js";
import { number } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { at } from "../../place.js";
import { Form, Select, Text, useForm } from "../../ui/form.js";
import { html, useEffect, useRef, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Button, IconButton, Note, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Sheet } from "../../ui/sheet.js";
import { Empty, Loaded } from "../../ui/states.js";
import { shareOrCopy } from "./sharing.js";
import { useStanding } from "./standing.js";

const CHANNELS = ["wechat", "weibo", "qq", "douyin", "xiaohongshu", "kuaishou", "facebook", "instagram", "whatsapp", "x", "sms", "email", "poster", "other"];

export default function Share({ store }) {
  const shop = useLoaded(() => get(`/my/stores/${store}`), [store]);
  return html`<${Screen} title=${t("selling:share")} up=${`/sell/${store}`}>
    <${Loaded} from=${shop} lines=${4}>${(one) => html`
      ${one.state === "published" ? null : html`<${Note} tone="warn">${t("selling:share_not_open")}<//>`}
      <div class="shop-columns"><${Code} of=${one} /><${Links} of=${one} /></div>`}<//><//>`;
}

/** The address of an image that only she may see, as long as it is shown. */
function useImage(path, query) {
  const found = useLoaded(async () => URL.createObjectURL(await blob(path, query)), [path, JSON.stringify(query)]);
  useEffect(() => () => { if (found.data) URL.revokeObjectURL(found.data); }, [found.data]);
  return found;
}

function Code({ of, link, name }) {
  const [large, enlarge] = useState(false);
  const image = useImage(`/my/stores/${of.id}/qr`, { format: "png", size: 1024, logo: Boolean(of.logo), link });
  const address = at(link ? `/s/${link}` : of.path);
  return html`<section class=${link ? "stack" : "card stack qr-card"} aria-label=${t("selling:qr")}>
    ${link ? null : html`<h2>${of.name}</h2>`}
    <div class="qr">${image.data ? html`<button type="button" class="tap" aria-label=${t("selling:qr_large")} onClick=${() => enlarge(true)}><img src=${image.data} alt=${t("selling:qr_of", { name: name ?? of.name })} width="1024" height="1024" /></button>`
      : image.problem ? html`<p class="small">${image.problem.message}</p>` : html`<span class="skeleton"></span>`}</div>
    <p class="shop-address">${address}</p>
    <div class="row wrap centred">
      <${Button} icon="share-2" onClick=${() => shareOrCopy({ title: of.name, text: t("selling:share_words", { name: of.name }), url: address })}>${t("selling:share_now")}<//>
      ${image.data ? html`<a class="button quiet" href=${image.data} download=${`${name ?? of.slug}.png`}><${Icon} name="download" />${t("selling:qr_save")}</a>` : null}
    </div>
    ${large ? html`<${Large} image=${image.data} name=${name ?? of.name} onClose=${() => enlarge(false)} />` : null}
  </section>`;
}

/** The code over the whole screen, for somebody who stands before her. */
function Large({ image, name, onClose }) {
  const dialog = useRef(null);
  useEffect(() => { dialog.current.showModal(); return () => dialog.current?.close(); }, []);
  return html`<dialog class="qr-large" ref=${dialog} aria-label=${t("selling:qr")} onCancel=${(event) => { event.preventDefault(); onClose(); }}>
    <${IconButton} icon="x" label=${t("frame:close")} onClick=${onClose} />
    <strong>${name}</strong><img src=${image} alt=${t("selling:qr_of", { name })} width="1024" height="1024" /><p>${t("selling:qr_scan")}</p></dialog>`;
}

function Links({ of }) {
  const { may } = useStanding(of.id);
  const found = useLoaded(() => get(`/stores/${of.id}/links`), [of.id]);
  const [shown, show] = useState(null);
  const [making, make] = useState(false);
  return html`<section class="stack" aria-labelledby="links"><div class="row"><h2 id="links" class="grow">${t("selling:links")}</h2>
      ${may("links:edit") ? html`<${Button} look="quiet" slim icon="plus" onClick=${() => make(true)}>${t("selling:link_new")}<//>` : null}</div>
    <${Loaded} from=${found}>${({ items, visits }) => (items.length === 0
      ? html`<${Empty} icon="share-2" title=${t("selling:links_none")}>${t("selling:links_none_text")}<//>`
      : html`<p class="muted">${t("selling:visits_all", { count: visits })}</p>
        <ul class="list">${items.map((one) => html`<li class="item" key=${one.code}><span class="grow"><span class="clamped">${one.label || t(`selling:channel_${one.channel}`)}</span>
            <span class="muted small">${one.label ? `${t(`selling:channel_${one.channel}`)} · ` : ""}${t("selling:visits", { count: one.visits, shown: number(one.visits) })}</span></span>
          <${IconButton} icon="qr-code" label=${t("selling:qr_of", { name: one.label || t(`selling:channel_${one.channel}`) })} onClick=${() => show(one)} />
          <${IconButton} icon="share-2" label=${t("selling:share_link", { name: one.label || t(`selling:channel_${one.channel}`) })} onClick=${() => shareOrCopy({ title: of.name, text: t("selling:share_words", { name: of.name }), url: at(one.path) })} /></li>`)}</ul>`)}<//>
    ${shown ? html`<${Sheet} title=${shown.label || t(`selling:channel_${shown.channel}`)} onClose=${() => show(null)}><${Code} of=${of} link=${shown.code} name=${shown.label || t(`selling:channel_${shown.channel}`)} /><//>` : null}
    ${making ? html`<${NewLink} of=${of} onClose=${() => make(false)} onMade=${(link) => { found.set((was) => ({ ...was, items: [link, ...was.items] })); make(false); }} />` : null}
  </section>`;
}

function NewLink({ of, onClose, onMade }) {
  const { values, bind } = useForm({ channel: "wechat", label: "" });
  const deed = useDeed((key, wish) => post(`/stores/${of.id}/links`, wish, { key }), { done: onMade });
  return html`<${Sheet} title=${t("selling:link_new")} onClose=${onClose}><${Form} label=${t("selling:link_new")} onSubmit=${() => deed.run({ ...values, label: values.label.trim() })}>
    <p class="muted">${t("selling:link_text")}</p>
    <${Select} label=${t("selling:channel")} ...${bind("channel")} problem=${deed.problem} options=${CHANNELS.map((one) => [one, t(`selling:channel_${one}`)])} />
    <${Text} label=${t("selling:link_label")} hint=${t("selling:link_label_hint")} ...${bind("label")} problem=${deed.problem} maxlength="60" />
    <${Refusal} problem=${deed.problem} /><${Button} type="submit" wide busy=${deed.busy}>${t("selling:link_make")}<//><//><//>`;
}
