/** A request of one's own and what suppliers answered, each in a thread of its own. */
import { get, post } from "../../api.js";
import { t } from "../../i18n.js";
import { useLoaded, usePages } from "../../loading.js";
import { html, useState } from "../../ui/html.js";
import { Button } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Empty, Loaded, Pages } from "../../ui/states.js";
import { AskSheet } from "./ask-sheet.js";
import { named } from "./known.js";
import { RequestCard } from "./request-parts.js";
import { loadSupplier, SupplierCard } from "./supplier-card.js";
import { Thread, threads } from "./thread.js";

export default function Request({ store, request }) {
  const base = `/sell/${store}/sourcing`;
  const asked = useLoaded(async () => {
    const shown = await get(`/quote-requests/${request}`);
    await named(shown.region);
    return shown;
  }, [request]);
  const quotes = usePages(async (cursor) => {
    const page = await get(`/quote-requests/${request}/quotes`, { cursor });
    await Promise.allSettled([...new Set(page.items.map((one) => one.store_id))].map(loadSupplier));
    return page;
  }, [request]);
  const [ending, setEnding] = useState(false);
  const again = () => Promise.all([asked.reload({ quiet: true }), quotes.reload({ quiet: true })]);
  const both = quotes.data || quotes.problem ? asked : { ...asked, data: undefined };
  const grouped = { ...quotes, items: threads(quotes.items) };
  return html`<${Screen} title=${t("trading:request")} up=${`${base}/requests`} narrow>
    <${Loaded} from=${both} lines=${3}>${(shown) => html`<${RequestCard} of=${shown} />
      <section class="stack" aria-labelledby="quotes"><h2 id="quotes">${t("trading:quotes")}</h2>
      <${Pages} from=${grouped} look="stack" each=${(thread) => html`<li key=${thread[0].store_id} class="stack"><${SupplierCard} store=${thread[0].store_id} base=${base} />
          <${Thread} of=${thread} side="buyer" base=${base} again=${again} /></li>`}
        empty=${html`<${Empty} icon="clock" title=${t("trading:no_quotes")}>${t("trading:no_quotes_text")}<//>`} /></section>
      ${shown.state === "open" ? html`<${Button} look="plain" wide onClick=${() => setEnding(true)}>${t("trading:ask_no_more")}<//>` : null}`}<//>
    ${ending ? html`<${AskSheet} title=${t("trading:ask_no_more")} look="danger" onClose=${() => setEnding(false)} done=${again}
      deed=${(key) => post(`/quote-requests/${request}/withdraw`, undefined, { key })}><p>${t("trading:ask_no_more_text")}</p><//>` : null}
  <//>`;
}
