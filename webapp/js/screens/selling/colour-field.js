/** The theme's colour, and how text in it and on it can be read: that holds whatever she picks. */
import { number } from "../../format.js";
import { t } from "../../i18n.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { contrast, palette } from "./palette.js";

const PICKED = [
  ["#c8102e", "red"], ["#aa3355", "rose"], ["#d9480f", "orange"], ["#2f855a", "green"], ["#0f766e", "teal"],
  ["#2660a4", "blue"], ["#5b3a8c", "violet"], ["#5d4037", "brown"], ["#1f2937", "ink"], ["#f5c518", "yellow"], ["#f4a6b8", "pink"],
];

export function ColourField({ value, onChange }) {
  return html`<fieldset><legend class="legend">${t("selling:colour")}</legend>
    <div class="theme-swatches">${PICKED.map(([colour, name]) => html`<label class="theme-swatch" key=${colour} style=${{ "--swatch": colour }}>
        <input type="radio" name="accent" value=${colour} checked=${colour === value} onChange=${() => onChange(colour)} /><span class="unseen">${t(`selling:colour_${name}`)}</span></label>`)}
      <label class="theme-swatch free" style=${{ "--swatch": value }}><${Icon} name="palette" /><span class="unseen">${t("selling:colour_own")}</span>
        <input type="color" value=${value} onInput=${(event) => onChange(event.target.value)} /></label></div>
    <${Reading} accent=${value} />
  </fieldset>`;
}

/** How the colour reads: on a button as it is, as text made darker where it would be too faint. */
function Reading({ accent }) {
  const shades = palette(accent);
  const ink = shades["--accent-ink"];
  const on = contrast(shades["--on-accent"], accent), text = contrast(ink, shades["--ground"]);
  const ratio = (value) => t("selling:contrast", { ratio: number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) });
  return html`<div class="theme-reading" style=${shades} aria-live="polite">
    <span class="theme-sample filled"><b>${t("selling:sample_button")}</b><span class="small">${ratio(on)}</span></span>
    <span class="theme-sample"><b class="inked">¥128.00</b><span class="small">${ratio(text)}</span></span>
  </div>
  <p class="small muted">${ink.toLowerCase() === accent.toLowerCase() ? t("selling:reads_well") : t("selling:made_darker")}</p>`;
}
