/** Icons of the Lucide set; those that show a direction turn where one reads from right to left. */
import icons from "../../vendor/icons.js";
import { html } from "./html.js";

const TURNS = new Set(["chevron-right", "chevron-left", "arrow-left", "arrow-right", "send", "log-out", "undo-2", "external-link"]);

/** An icon; with a `label` it says something by itself, without it is decoration. */
export function Icon({ name, label }) {
  const shapes = icons[name] ?? icons["circle-question-mark"];
  return html`<svg class=${`icon${TURNS.has(name) ? " turns" : ""}`} viewBox="0 0 24 24"
    role=${label ? "img" : undefined} aria-label=${label} aria-hidden=${label ? undefined : "true"}>
    ${shapes.map(([tag, values]) => html`<${tag} ...${values} />`)}
  </svg>`;
}
