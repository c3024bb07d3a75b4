/** What is left to do before a new store opens. */
import { get } from "../../api.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";

export function FirstSteps({ of }) {
  const goods = useLoaded(() => get(`/my/stores/${of.id}/listings`, { limit: 1 }), [of.id]);
  const steps = [
    ["step_open", true, null],
    ["step_look", Boolean(of.logo || of.banner || of.announcement), `/sell/${of.id}/edit`],
    ["step_goods", Boolean(goods.data?.items.length), `/sell/${of.id}/goods/new`],
    ["step_publish", of.state !== "draft", `/sell/${of.id}/edit`],
  ];
  return html`<section class="card" aria-labelledby="first"><h2 id="first">${t("selling:first_steps")}</h2>
    <ol class="first-steps">${steps.map(([words, done, href]) => html`<li class=${done ? "done" : ""} key=${words}>
      <${Icon} name=${done ? "circle-check" : "chevron-right"} label=${done ? t("selling:is_done") : undefined} />
      ${done || !href ? html`<span>${t(`selling:${words}`)}</span>` : html`<a href=${to(href)}>${t(`selling:${words}`)}</a>`}</li>`)}</ol>
  </section>`;
}
