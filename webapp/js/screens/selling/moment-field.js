/** A day and a time of day, as her clock shows them. */
import { Text } from "../../ui/form.js";
import { html } from "../../ui/html.js";

/** How a moment stands in the field. */
export const written = (at) => new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
/** The moment some days from now. */
export const soon = (days) => written(new Date(Date.now() + days * 86_400_000));

export const Moment = (rest) => html`<${Text} ...${rest} type="datetime-local" />`;
