/** One of a few views of the same screen. */
import { html } from "../../ui/html.js";

/** `of` is `[[value, words], …]`; all of it is seen at once, or scrolled to. `main` ones divide the whole screen. */
export const Segments = ({ label, of, value, onChange, main = false }) => html`<div class=${main ? "segments main" : "segments"} role="group" aria-label=${label}>
  ${of.map(([one, words]) => html`<button type="button" key=${one} aria-pressed=${one === value ? "true" : "false"} onClick=${() => onChange(one)}>${words}</button>`)}
</div>`;
