/** A supplier and what was measured of it. A store that isn't verified is shown by its name alone. */
import { get } from "../../api.js";
import { percent } from "../../format.js";
import { t } from "../../i18n.js";
import { useLoaded } from "../../loading.js";
import { to } from "../../router.js";
import { html } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { Badge, Photo } from "../../ui/parts.js";

const known = new Map();

/** `{supplier}` of a verified one, or the store's name alone. What was seen once is drawn at once. */
export async function loadSupplier(store) {
  known.set(store, await ask(store));
  return known.get(store);
}

async function ask(store) {
  try {
    return { supplier: await get(`/suppliers/${store}`), name: "" };
  } catch (problem) {
    if (problem.status !== 404) throw problem;
    const shown = await get(`/stores/${store}`).catch(() => null);
    return { supplier: null, name: shown?.name ?? "" };
  }
}

const rate = (points) => (points == null ? "–" : percent(points / 10_000, 0));

/** What was counted of a supplier, as three figures. */
export const Measured = ({ record }) => html`<dl class="trade-measured">
  <div><dd>${rate(record.response_rate)}</dd><dt>${t("trading:answers")}</dt></div>
  <div><dd>${record.buyers}</dd><dt>${t("trading:buyers")}</dt></div>
  <div><dd>${rate(record.repeat_rate)}</dd><dt>${t("trading:come_back")}</dt></div></dl>`;

export function SupplierCard({ store, base }) {
  const loaded = useLoaded(() => loadSupplier(store), [store]);
  const shown = loaded.data ?? known.get(store);
  if (!shown) return html`<div class="skeleton block trade-supplier-card"></div>`;
  const { supplier, name } = shown;
  const called = supplier?.store_name || name || t("trading:a_supplier");
  return html`<a class="card tap trade-supplier-card" href=${to(`${base}/suppliers/${store}`)}>
    <span class="row"><${Photo} name=${called} size="tiny" /><span class="grow"><strong>${called}</strong>
      <span class="muted small trade-block">${supplier ? t("trading:since", { year: String(supplier.since) }) : t("trading:not_verified")}</span></span>
      ${supplier ? html`<${Badge} tone="good"><${Icon} name="shield-check" />${t("trading:verified")}<//>` : null}</span>
    ${supplier ? html`<${Measured} record=${supplier.record} />` : null}</a>`;
}
