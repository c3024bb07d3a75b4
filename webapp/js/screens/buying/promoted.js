/** The pictures that stores pay to show on the home page, marked as ads; and whether this browser may be remembered. */
import { t } from "../../i18n.js";
import { to } from "../../router.js";
import { html, useState } from "../../ui/html.js";
import { Button } from "../../ui/parts.js";
import { consent, decide, useLook } from "./ads.js";

export function Promoted({ ads }) {
  const [said, say] = useState(consent());
  const answer = async (agreed) => { say(agreed ? "yes" : "no"); await decide(agreed); };
  if (!ads.length) return null;
  return html`<section aria-label=${t("buying:promoted")} class="stack tight">
    <ul class="scroller banners">${ads.map((one) => html`<${Banner} ad=${one} key=${one.token} />`)}</ul>
    ${said ? html`<button type="button" class="text-link small" onClick=${() => answer(said !== "yes")}>${t(said === "yes" ? "buying:consent_stop" : "buying:consent_begin")}</button>` : html`<div class="card flat"><p class="small">${t("buying:consent_text")}</p>
      <div class="row"><${Button} look="quiet" slim onClick=${() => answer(true)}>${t("buying:consent_yes")}<//><${Button} look="plain" slim onClick=${() => answer(false)}>${t("buying:consent_no")}<//></div></div>`}
  </section>`;
}

function Banner({ ad }) {
  const shown = useLook(ad.token);
  return html`<li ref=${shown}><a class="ad-banner tap" href=${to(`/goods/${ad.path.split("/").pop()}`)}>
    <img src=${ad.image} alt="" loading="lazy" /><span class="banner-title">${ad.title}</span><span class="ad-mark">${t("buying:ad")}</span></a></li>`;
}
