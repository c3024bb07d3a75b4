/** Fields with labels, hints and what is wrong with them. */
import { major, minor } from "../format.js";
import { t } from "../i18n.js";
import { useUnsaved } from "../unsaved.js";
import { html, useMemo, useRef, useState } from "./html.js";
import { Icon } from "./icon.js";

let made = 0;
const useId = () => useMemo(() => `field-${++made}`, []);

/** What a form holds: `bind(name)` for a field, `values`, `set(name, value)`. */
export function useForm(initial) {
  const [values, setValues] = useState(initial);
  const set = (name, value) => setValues((was) => ({ ...was, [name]: value }));
  const bind = (name) => ({ name, value: values[name], onChange: (value) => set(name, value) });
  return { values, set, setValues, bind };
}

/** A field around a control that `control({id, ...})` draws. */
export function Around({ label, hint, fault, unseen = false, control }) {
  const id = useId();
  const told = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ") || undefined;
  return html`<div class="field">
    <label for=${id} class=${unseen ? "unseen" : ""}>${label}</label>
    ${control({ id, "aria-describedby": told, "aria-invalid": fault ? "true" : undefined })}
    ${hint ? html`<span class="hint" id=${`${id}-hint`}>${hint}</span>` : null}
    ${fault ? html`<span class="fault" id=${`${id}-fault`}><${Icon} name="circle-alert" />${fault}</span>` : null}
  </div>`;
}

/** A line of text, or several with `lines`. `problem` is what the API refused: its sentence about `name` is shown. */
export function Text({ label, hint, name, value, onChange, problem, fault, lines, unseen, type = "text", ...rest }) {
  const wrong = fault || problem?.of?.(name) || "";
  return html`<${Around} label=${label} hint=${hint} fault=${wrong} unseen=${unseen} control=${(about) => (lines
    ? html`<textarea class="input" ...${about} ...${rest} name=${name} rows=${lines} value=${value ?? ""} onInput=${(event) => onChange(event.target.value)}></textarea>`
    : html`<input class="input" ...${about} ...${rest} name=${name} type=${type} value=${value ?? ""} onInput=${(event) => onChange(event.target.value)} />`)} />`;
}

/** An amount of money, held in minor units; null while what is written is none. */
export function Amount({ label, hint, name, value, onChange, problem, fault, currency = "CNY", unseen, ...rest }) {
  const [written, write] = useState(value == null ? "" : major(value, currency));
  const last = useRef(value);
  if (last.current !== value && value != null && minor(written, currency) !== value) write(major(value, currency));
  last.current = value;
  const wrong = fault || problem?.of?.(name) || (written && minor(written, currency) == null ? t("frame:no_amount") : "");
  const change = (event) => {
    write(event.target.value);
    last.current = minor(event.target.value, currency);
    onChange(last.current);
  };
  return html`<${Around} label=${label} hint=${hint} fault=${wrong} unseen=${unseen} control=${(about) => html`<span class="affixed">
    <span aria-hidden="true">${currency === "CNY" ? "¥" : currency}</span>
    <input class="input number" ...${about} ...${rest} name=${name} inputmode="decimal" autocomplete="off" value=${written} onInput=${change} /></span>`} />`;
}

/** A whole number. */
export function Whole({ onChange, value, ...rest }) {
  return html`<${Text} ...${rest} inputmode="numeric" value=${value ?? ""} onChange=${(text) => onChange(/^\d{1,9}$/.test(text.trim()) ? Number(text) : text === "" ? null : text)} />`;
}

/** One of some: `options` is `[[value, words], …]`. */
export function Select({ label, hint, name, value, onChange, problem, fault, options, unseen, ...rest }) {
  const wrong = fault || problem?.of?.(name) || "";
  return html`<${Around} label=${label} hint=${hint} fault=${wrong} unseen=${unseen} control=${(about) => html`
    <select class="input" ...${about} ...${rest} name=${name} value=${value ?? ""} onChange=${(event) => onChange(event.target.value)}>
      ${options.map(([one, words]) => html`<option value=${one} selected=${one === (value ?? "")}>${words}</option>`)}
    </select>`} />`;
}

/** One of few, all seen at once: `options` is `[[value, words], …]`. */
export function Choice({ label, name, value, onChange, options }) {
  return html`<fieldset><legend class="legend">${label}</legend><div class="choices">
    ${options.map(([one, words]) => html`<label class="chip"><input type="radio" name=${name} value=${one} checked=${one === value} onChange=${() => onChange(one)} />${words}</label>`)}
  </div></fieldset>`;
}

/** Yes or no. */
export const Check = ({ label, name, value, onChange, hint }) => html`<label class="check">
  <input type="checkbox" name=${name} checked=${value} onChange=${(event) => onChange(event.target.checked)} />
  <span>${label}${hint ? html`<span class="muted small"> ${hint}</span>` : null}</span></label>`;

/** How many, by − and +. */
export function Stepper({ label, value, onChange, least = 1, most = 999 }) {
  return html`<span class="stepper" role="group" aria-label=${label}>
    <button type="button" aria-label=${t("frame:fewer")} disabled=${value <= least} onClick=${() => onChange(value - 1)}>−</button>
    <output aria-live="polite">${value}</output>
    <button type="button" aria-label=${t("frame:one_more")} disabled=${value >= most} onClick=${() => onChange(value + 1)}>+</button>
  </span>`;
}

/**
 * A form that doesn't leave the page, and asks before what was written in it is left unsaved. `onSubmit` answers what
 * the deed does: `undefined` tells that nothing is saved. A `passing` form keeps nothing: a search, a choice, a payment.
 */
export function Form({ onSubmit, children, label, look = "stack", passing = false, changed }) {
  const place = useRef(null);
  const saving = useUnsaved(place, { exempt: passing, changed });
  return html`<form ref=${place} class=${look} aria-label=${label} novalidate
    onSubmit=${(event) => { event.preventDefault(); saving(async () => onSubmit()); }}>${children}</form>`;
}
