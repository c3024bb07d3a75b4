/** What the API refused, in the words of the language where we have some for it. */
import { has, t } from "../../i18n.js";
import { html } from "../../ui/html.js";
import { Note, Refusal } from "../../ui/parts.js";

/** The sentence about a refusal by its stable code, else the API's own. */
export const told = (code, otherwise) => (has(`buying:no_${code}`) ? t(`buying:no_${code}`) : otherwise);

export function Refused({ problem, children }) {
  if (!problem?.code) return html`<${Refusal} problem=${problem} />`;
  return html`<${Note} tone="bad">${told(problem.code, problem.message)}${children}<//>`;
}
