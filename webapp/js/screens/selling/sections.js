/** Which parts the public page has, in which order, under which headings. */
import { t } from "../../i18n.js";
import { html } from "../../ui/html.js";
import { Button, IconButton } from "../../ui/parts.js";
import { Movable } from "./movable.js";

const KINDS = ["announcement", "pinned", "all_goods", "about"];

/** `value` is `[{kind, title}]`; what isn't in it isn't shown. */
export function Sections({ value, onChange }) {
  const away = KINDS.filter((kind) => !value.some((one) => one.kind === kind));
  const items = value.map((one) => ({ ...one, key: one.kind, name: t(`selling:section_${one.kind}`) }));
  const keep = (next) => onChange(next.map(({ kind, title }) => ({ kind, title })));
  const entitle = (kind, title) => keep(value.map((one) => (one.kind === kind ? { ...one, title } : one)));
  const each = (one) => html`<strong>${one.name}</strong>${one.kind === "announcement" ? null : html`
    <input class="input slim" aria-label=${t("selling:heading_of", { name: one.name })} placeholder=${t("selling:heading")} maxlength="40" value=${one.title} onInput=${(event) => entitle(one.kind, event.target.value)} />`}`;
  const hide = (one) => html`<${IconButton} icon="eye-off" label=${t("selling:hide", { name: one.name })} onClick=${() => keep(value.filter((other) => other.kind !== one.kind))} />`;
  return html`<${Movable} label=${t("selling:sections")} items=${items} onChange=${keep} each=${each} after=${hide} />
    ${away.length ? html`<div class="row wrap">${away.map((kind) => html`<${Button} look="plain" slim icon="eye" key=${kind} onClick=${() => keep([...value, { kind, title: "" }])}>
      ${t("selling:show", { name: t(`selling:section_${kind}`) })}<//>`)}</div>` : null}`;
}
