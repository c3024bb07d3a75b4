/** A screen that only operators see; the API refuses all others anyway. */
import { isOperator } from "../../session.js";
import { t } from "../../i18n.js";
import { html } from "../../ui/html.js";
import { Screen } from "../../ui/screen.js";
import { Failure } from "../../ui/states.js";

export const only = (Shown) => function Only(props) {
  if (isOperator()) return html`<${Shown} ...${props} />`;
  return html`<${Screen} title=${t("frame:not_found")} up="/me"><${Failure} problem=${{ status: 404, message: t("frame:not_found_text") }} /><//>`;
};
