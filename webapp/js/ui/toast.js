/** Short sentences that pass, read aloud by screen readers. */
import { observed, useObserved } from "../state.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";

const toasts = observed([]);
const SHOWN = 5_000;
let last = 0;

/** Say a sentence; `tone` is "good" or "bad". */
export function toast(text, { tone = "good" } = {}) {
  const id = ++last;
  toasts.set((was) => [...was.slice(-2), { id, text, tone }]);
  setTimeout(() => toasts.set((was) => was.filter((one) => one.id !== id)), SHOWN);
}

export function Toasts() {
  const shown = useObserved(toasts);
  return html`<div class="toasts" role="status" aria-live="polite">
    ${shown.map((one) => html`<div class="toast" key=${one.id}>
      <${Icon} name=${one.tone === "bad" ? "circle-alert" : "circle-check"} /><span>${one.text}</span>
    </div>`)}
  </div>`;
}
