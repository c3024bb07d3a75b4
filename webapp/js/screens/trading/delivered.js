/** What was delivered: pictures that can be looked at large, a colour, a text. */
import { ago } from "../../format.js";
import { t } from "../../i18n.js";
import { html, useState } from "../../ui/html.js";
import { Sheet } from "../../ui/sheet.js";

export function Delivered({ of }) {
  const [seen, see] = useState(null);
  return html`<section class="stack" aria-label=${t("trading:delivery")}><p class="muted small">${t("trading:delivered_when", { when: ago(of.at) })}</p>
    ${of.text ? html`<p class="prose">${of.text}</p>` : null}
    ${of.photos.length ? html`<ul class="trade-gallery trade-small-gallery">${of.photos.map((one, at) => html`<li key=${one.id}><button type="button" aria-label=${t("trading:look_at", { number: at + 1 })} onClick=${() => see(at)}><img src=${one.url} alt="" loading="lazy" /></button></li>`)}</ul>` : null}
    ${of.theme ? html`<${Colour} of=${of.theme} />` : null}
    ${seen == null ? null : html`<${Sheet} title=${t("trading:picture_number", { number: seen + 1 })} onClose=${() => see(null)}><img src=${of.photos[seen].url} alt=${t("trading:picture_number", { number: seen + 1 })} /><//>`}</section>`;
}

export const Colour = ({ of }) => html`<p class="row"><span class="trade-swatch" style=${{ background: of }}></span>${t("trading:a_theme")}</p>`;
