/** What both sides see of a request for quotation. */
import { ago, money } from "../../format.js";
import { t } from "../../i18n.js";
import { html } from "../../ui/html.js";
import { Badge, Pairs } from "../../ui/parts.js";
import { CategoryName, RegionName } from "./known.js";

const TONES = { open: "accent", awarded: "good", withdrawn: "", expired: "" };

export const RequestState = ({ of }) => html`<${Badge} tone=${TONES[of]}>${t(`trading:request_${of}`)}<//>`;

/** How many, what for, until when, in a line. */
export const RequestLine = ({ of }) => html`<span>${t("trading:pieces", { count: of.quantity })}${of.target_price ? ` · ${t("trading:at_target", { price: money(of.target_price) })}` : ""}${of.state === "open" ? ` · ${t("trading:closes", { when: ago(of.closes_at) })}` : ""}</span>`;

export const RequestCard = ({ of }) => html`<section class="card">
  <div class="row top"><h2 class="grow">${of.title}</h2><${RequestState} of=${of.state} /></div>
  ${of.text ? html`<p class="prose">${of.text}</p>` : null}
  <${Pairs} of=${[[t("trading:pieces_wanted"), t("trading:pieces", { count: of.quantity })], of.target_price && [t("trading:target"), money(of.target_price)],
    [t("trading:category"), html`<${CategoryName} of=${of.category} />`], [t("trading:goes_to"), html`<${RegionName} of=${of.region} />`],
    of.about && [t("trading:about"), of.about.title], of.about && [t("trading:listed_at"), money(of.about.price)],
    [of.state === "open" ? t("trading:closes_label") : t("trading:asked_at"), ago(of.state === "open" ? of.closes_at : of.asked_at)]]} /></section>`;
