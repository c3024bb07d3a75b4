/** What the store's public page will look like, in a phone's frame. It is a picture that scrolls: nothing in it can be pressed. */
import { money } from "../../format.js";
import { t } from "../../i18n.js";
import { at } from "../../place.js";
import { html, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { palette } from "./palette.js";

const initial = (text) => [...text].find((one) => /[\p{L}\p{N}]/u.test(one))?.toUpperCase() ?? "·";
const SHOWN = 8;

/** `look` is what the editor holds; `goods` are the store's listings on sale, `pinned` the ones shown first. */
export function Preview({ look, goods, pinned }) {
  const [night, setNight] = useState(false);
  return html`<div class="shop-preview">
    <div class="preview-phone" style=${palette(look.accent, { night })}>
      <div class="preview-screen" role="img" aria-label=${t("selling:preview")} tabindex="0"><${Page} look=${look} goods=${goods} pinned=${pinned} /></div>
    </div>
    <div class="choices" role="group" aria-label=${t("selling:preview")}>
      <button type="button" class="chip" aria-pressed=${night ? "false" : "true"} onClick=${() => setNight(false)}>${t("selling:by_day")}</button>
      <button type="button" class="chip" aria-pressed=${night ? "true" : "false"} onClick=${() => setNight(true)}>${t("selling:by_night")}</button>
    </div>
  </div>`;
}

const Page = ({ look, goods, pinned }) => html`
  <div class="p-banner">${look.banner?.path ? html`<img src=${at(look.banner.path)} alt="" />` : null}</div>
  <div class="p-sign">${look.logo?.path ? html`<img class="p-logo" src=${at(look.logo.path)} alt="" />` : html`<span class="p-logo">${initial(look.name)}</span>`}
    <span class="p-pill"><${Icon} name="qr-code" />${t("selling:share")}</span><strong>${look.name || "…"}</strong></div>
  ${look.sections.map((one) => html`<${Part} of=${one} look=${look} goods=${goods} pinned=${pinned} key=${one.kind} />`)}`;

function Part({ of, look, goods, pinned }) {
  const title = of.title || t(`selling:section_${of.kind}`);
  if (of.kind === "announcement") return look.announcement ? html`<div class="p-part p-ribbon"><${Icon} name="megaphone" /><span>${look.announcement}</span></div>` : null;
  if (of.kind === "pinned") return pinned.length ? html`<div class="p-part"><b>${title}</b><div class="p-pinned">${pinned.map((one) => html`<${Card} of=${one} key=${one.id} />`)}</div></div>` : null;
  if (of.kind === "about") return look.about ? html`<div class="p-part p-about"><b>${title}</b><p>${look.about}</p></div>` : null;
  if (!goods.length) return html`<div class="p-part p-none"><${Icon} name="store" /><span>${t("selling:preview_empty")}</span></div>`;
  return html`<div class="p-part"><b>${title}</b><div class="p-grid">${goods.slice(0, SHOWN).map((one) => html`<${Card} of=${one} key=${one.id} />`)}</div></div>`;
}

const Card = ({ of }) => html`<div class="p-card"><span class="p-shot">${of.cover ? html`<img src=${at(of.cover.path)} alt="" />` : initial(of.title)}</span>
  <span class="p-title">${of.title}</span><span class="p-price">${money(of.price_from)}</span></div>`;
