/** Photos that one swipes through; arrows and the dots do the same for a keyboard. */
import { at } from "../../place.js";
import { t } from "../../i18n.js";
import { html, useRef, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { IconButton } from "../../ui/parts.js";

export function Gallery({ photos, title }) {
  const strip = useRef(null);
  const [shown, show] = useState(0);
  if (!photos.length) return html`<div class="goods-gallery"><span class="shot big"><${Icon} name="image" /></span></div>`;
  const turn = (place) => {
    const next = Math.max(0, Math.min(photos.length - 1, place));
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    strip.current.children[next].scrollIntoView({ behavior: still ? "instant" : "smooth", block: "nearest", inline: "start" });
  };
  const scrolled = () => show(Math.round(Math.abs(strip.current.scrollLeft) / strip.current.clientWidth));
  const key = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) { event.preventDefault(); turn(shown + (document.dir === "rtl" ? -step : step)); }
  };
  return html`<div class="goods-gallery" role="group" aria-roledescription=${t("buying:gallery")} aria-label=${t("buying:photos_of", { title })}>
    <ul class="gallery-strip" ref=${strip} tabindex="0" aria-label=${t("buying:gallery_hint")} onScroll=${scrolled} onKeyDown=${key}>
      ${photos.map((photo, place) => html`<li key=${photo.id}><img src=${at(photo.path)} width=${photo.width} height=${photo.height} decoding="async"
        loading=${place ? "lazy" : "eager"} fetchpriority=${place ? "auto" : "high"} alt=${t("buying:photo_number", { title, number: place + 1, count: photos.length })} /></li>`)}
    </ul>
    ${photos.length > 1 ? html`<span class="gallery-count" aria-hidden="true">${shown + 1}/${photos.length}</span>
      <div class="gallery-turn"><${IconButton} icon="chevron-left" label=${t("buying:photo_before")} disabled=${shown === 0} onClick=${() => turn(shown - 1)} />
        <${IconButton} icon="chevron-right" label=${t("buying:photo_next")} disabled=${shown === photos.length - 1} onClick=${() => turn(shown + 1)} /></div>` : null}
  </div>`;
}
