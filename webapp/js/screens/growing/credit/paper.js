/** A document of the API's as this client's own elements: its text and its tables, nothing that could run. */
import { html } from "../../../ui/html.js";

const KEPT = new Set(["h2", "h3", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "br", "dl", "dt", "dd"]);
const DROPPED = new Set(["script", "style", "head", "title", "meta", "link", "template"]);
/** The screen has a heading of the first order already. */
const OTHERWISE = { h1: "h3", h2: "h3" };

/** A look of its own would be refused by the page's policy while it is read, so it is left out before. */
const STYLES = /<style[^>]*>[^]*?<\/style>/gi;

export function Paper({ of }) {
  return shown(new DOMParser().parseFromString(of.replace(STYLES, ""), "text/html").body);
}

function shown(node) {
  return [...node.childNodes].map((one) => {
    if (one.nodeType === Node.TEXT_NODE) return one.textContent;
    if (one.nodeType !== Node.ELEMENT_NODE) return null;
    const name = one.localName;
    if (DROPPED.has(name)) return null;
    if (name === "table") return html`<table class="sheet">${shown(one)}</table>`;
    const kept = OTHERWISE[name] ?? name;
    return KEPT.has(kept) ? html`<${kept}>${kept === "br" ? null : shown(one)}<//>` : shown(one);
  });
}
