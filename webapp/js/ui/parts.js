/** Small parts of screens: buttons, badges, money, pictures, notes. */
import { at } from "../place.js";
import { money } from "../format.js";
import { t } from "../i18n.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";

/** A button; with `href` a link that looks like one. `look` is quiet, plain or danger; `busy` shows that it works. */
export function Button({ children, look = "", href, busy = false, icon, wide, slim, type = "button", ...rest }) {
  const kind = ["button", look, wide && "wide", slim && "slim"].filter(Boolean).join(" ");
  const inside = html`${busy ? html`<span class="spinner" aria-hidden="true"></span>` : icon && html`<${Icon} name=${icon} />`}${children}`;
  if (href) return html`<a class=${kind} href=${href} ...${rest}>${inside}</a>`;
  return html`<button class=${kind} type=${type} ...${rest} disabled=${busy || rest.disabled} aria-busy=${busy ? "true" : undefined}>${inside}</button>`;
}

/** A round button of an icon alone: its `label` is what a screen reader says. */
export function IconButton({ icon, label, href, count, ...rest }) {
  const inside = html`<${Icon} name=${icon} />${count ? html`<span class="count">${count > 99 ? "99+" : count}</span>` : null}`;
  if (href) return html`<a class="icon-button" href=${href} aria-label=${label} title=${label} ...${rest}>${inside}</a>`;
  return html`<button class="icon-button" type="button" aria-label=${label} title=${label} ...${rest}>${inside}</button>`;
}

/** An amount of money, `{amount, currency}`. */
export const Money = ({ of, sign = false, look = "price" }) => html`<span class=${`${look} number`}>${money(of, { sign })}</span>`;

/** A state in a word; `tone` is good, warn, bad or accent. */
export const Badge = ({ children, tone = "" }) => html`<span class=${`badge ${tone}`}>${children}</span>`;

const MARKS = { good: "circle-check", warn: "triangle-alert", bad: "circle-alert" };

/** A sentence that stands out. */
export const Note = ({ children, tone = "", icon }) => html`<div class=${`note ${tone}`} role=${tone === "bad" ? "alert" : undefined}>
  <${Icon} name=${icon ?? MARKS[tone] ?? "info"} /><div class="grow">${children}</div></div>`;

/** What was refused, if something was. */
export const Refusal = ({ problem }) => (problem ? html`<${Note} tone="bad">${problem.status ? problem.message : t("frame:no_answer")}<//>` : null);

/** A photo `{path}` of the API's, or its first letter or an icon in its stead. `size` is tiny, big or nothing. */
export function Photo({ of, alt = "", size = "", name = "", icon = "image" }) {
  const kind = `shot ${size}`;
  if (!of?.path) return html`<span class=${`${kind}${name ? " avatar" : ""}`} aria-hidden="true">${name ? [...name].find((one) => /[\p{L}\p{N}]/u.test(one)) ?? "·" : html`<${Icon} name=${icon} />`}</span>`;
  return html`<span class=${kind}><img src=${at(of.path)} alt=${alt} loading="lazy" decoding="async" width=${of.width} height=${of.height} /></span>`;
}

/** Stars out of five, said as words too. */
export const Stars = ({ of }) => html`<span class="stars" role="img" aria-label=${t("frame:stars", { count: of })}>${"★".repeat(Math.round(of))}${"☆".repeat(5 - Math.round(of))}</span>`;

/** A part of a whole as a bar, with its words for who can't see it. */
export const Meter = ({ part, whole, label }) => html`<div class="meter" role="meter" aria-label=${label} aria-valuemin="0" aria-valuemax=${whole} aria-valuenow=${Math.min(part, whole)}>
  <i style=${{ "--part": whole ? Math.min(100, (100 * part) / whole) : 0 }}></i></div>`;

/** Names and values, a line each: `[[name, value, {sum}], …]`. */
export const Pairs = ({ of }) => html`<dl class="pairs">${of.filter(Boolean).map(([name, value, look]) => html`
  <dt class=${look?.sum ? "sum" : ""}>${name}</dt><dd class=${look?.sum ? "sum" : ""}>${value}</dd>`)}</dl>`;

/** A figure of a dashboard. */
export function Figure({ name, value, href, note }) {
  const inside = html`<b>${value}</b><span>${name}</span>${note ? html`<span> · ${note}</span>` : null}`;
  return href ? html`<a class="figure tap" href=${href}>${inside}</a>` : html`<div class="figure">${inside}</div>`;
}

/** A line of a list that leads somewhere, or not. */
export function Item({ href, onClick, before, title, under, after, label }) {
  const inside = html`${before}<span class="grow"><span class="clip">${title}</span>${under ? html`<span class="muted small">${under}</span>` : null}</span>${after}
    ${href || onClick ? html`<span class="go"><${Icon} name="chevron-right" /></span>` : null}`;
  if (href) return html`<li><a class="item tap" href=${href} aria-label=${label}>${inside}</a></li>`;
  if (onClick) return html`<li><button class="item tap" type="button" onClick=${onClick} aria-label=${label}>${inside}</button></li>`;
  return html`<li><div class="item">${inside}</div></li>`;
}
