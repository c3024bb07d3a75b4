/** What a courier told of a parcel, the newest first, and who took it. */
import { moment } from "../../format.js";
import { t } from "../../i18n.js";
import { html } from "../../ui/html.js";
import { newsWords } from "./words.js";

export function Way({ of }) {
  const news = [...of.events].sort((one, other) => new Date(other.at) - new Date(one.at));
  return html`${of.proof ? html`<p>${t("shipping:taken_by", { name: of.proof.received_by || "–", at: moment(of.proof.at) })}</p>` : null}
    ${news.length ? html`<ol class="steps">${news.map((one, at) => html`<li class=${at === 0 ? "done" : ""} key=${`${one.code}${one.at}`}>
      <b>${newsWords(one.status)}</b> <span class="muted small">${one.place}</span><br /><time class="muted small" datetime=${one.at}>${moment(one.at)}</time></li>`)}</ol>`
      : html`<p class="muted small">${t("shipping:no_news")}</p>`}`;
}
