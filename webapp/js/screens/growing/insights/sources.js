/** Whence people came: by channel and by region. */
import { get } from "../../../api.js";
import { money, number } from "../../../format.js";
import { has, language, t } from "../../../i18n.js";
import { useLoaded } from "../../../loading.js";
import { html, useState } from "../../../ui/html.js";
import { Bars } from "../bars.js";
import { Segments } from "../segments.js";

const SHOWN = 8;

export function Sources({ of }) {
  const [by, setBy] = useState("channels");
  const provinces = useLoaded(() => get("/regions", {}, { open: true }));
  const name = by === "channels" ? channel : (code) => region(code, provinces.data?.items ?? []);
  const parts = [...of[by]].sort((a, b) => b.visits - a.visits || b.sales - a.sales).slice(0, SHOWN);
  const told = parts.map((one) => ({
    name: name(one.name), value: one.visits, shown: number(one.visits),
    note: one.orders ? t("insights:brought", { count: one.orders, orders: number(one.orders), sales: money({ amount: one.sales, currency: of.currency }) }) : null,
  }));
  return html`<section class="card" aria-labelledby="sources"><div class="row wrap"><h2 id="sources" class="grow">${t("insights:sources")}</h2>
      <${Segments} label=${t("insights:sources")} value=${by} onChange=${setBy} of=${["channels", "regions"].map((one) => [one, t(`insights:${one}`)])} /></div>
    ${told.length ? html`<${Bars} label=${t("insights:sources")} of=${told} />` : html`<p class="muted">${t("insights:nobody_text")}</p>`}</section>`;
}

const channel = (name) => (has(`growing:channel_${name}`) ? t(`growing:channel_${name}`) : name);

/** `CN33` is Zhejiang, `FR` France. */
function region(code, provinces) {
  const province = code.length > 2 && provinces.find((one) => one.code === code.slice(2));
  if (province) return province.name;
  if (!/^[A-Z]{2}$/.test(code.slice(0, 2))) return t("insights:somewhere");
  return new Intl.DisplayNames([language.get()], { type: "region" }).of(code.slice(0, 2)) ?? t("insights:somewhere");
}
