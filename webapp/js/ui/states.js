/** What a screen shows while there is nothing yet, nothing at all, or something went wrong. */
import { t } from "../i18n.js";
import { html } from "./html.js";
import { Icon } from "./icon.js";
import { Button } from "./parts.js";

/** Shapes that stand where lines will be. */
export const Skeleton = ({ lines = 3, block = true }) => html`<div class="stack" role="status" aria-label=${t("frame:loading")}>
  ${Array.from({ length: lines }, (_, at) => html`<div class=${`skeleton${block ? " block" : ""}`} key=${at}></div>`)}</div>`;

/** Nothing is here, and what to do about it. */
export const Empty = ({ icon = "package", title, children, action }) => html`<div class="empty">
  <${Icon} name=${icon} /><h2>${title}</h2>${children ? html`<p>${children}</p>` : null}${action}</div>`;

/** Something went wrong; `again` tries once more. */
export function Failure({ problem, again }) {
  const lost = !problem.status;
  return html`<div class="empty" role="alert">
    <${Icon} name=${lost ? "wifi-off" : "circle-alert"} />
    <h2>${lost ? t("frame:offline_title") : t("frame:failed_title")}</h2>
    <p>${lost ? t("frame:no_answer") : problem.message}</p>
    ${again ? html`<${Button} look="quiet" icon="refresh-cw" onClick=${() => again()}>${t("frame:again")}<//>` : null}
  </div>`;
}

/** What was loaded by `useLoaded`, once it is there. Children is a function of the data. */
export function Loaded({ from, lines, children }) {
  if (from.data !== undefined) return children(from.data);
  if (from.problem) return html`<${Failure} problem=${from.problem} again=${from.reload} />`;
  return html`<${Skeleton} lines=${lines} />`;
}

/** What was loaded by `usePages`: a list with what follows on demand. `each` draws one; `empty` is shown without any. */
export function Pages({ from, each, empty, look = "list" }) {
  return html`<${Loaded} from=${from}>${() => (from.items.length === 0 ? empty : html`
    <ul class=${look}>${from.items.map(each)}</ul>
    ${from.more ? html`<div class="row"><${Button} look="plain" wide busy=${from.loadingMore} onClick=${from.more}>${t("frame:more")}<//></div>` : null}`)}<//>`;
}
