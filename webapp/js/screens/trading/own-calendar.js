/** On which days one is busy. */
import { put } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { html, useState } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { useUnsaved } from "../../unsaved.js";
import { Calendar, loadDays } from "./calendar.js";
import { loadOwn } from "./own-partner.js";

const QUARTERS = 4;
const YEAR = 366;

export default function OwnCalendar() {
  const loaded = useLoaded(async () => {
    const own = await loadOwn();
    return own ? (await loadDays(own.id, QUARTERS)).slice(0, YEAR) : [];
  });
  return html`<${Screen} title=${t("trading:free_days")} up="/partners/me" narrow>
    <${Loaded} from=${loaded} lines=${3}>${(days) => html`<${Edit} from=${days} />`}<//><//>`;
}

function Edit({ from }) {
  const [days, setDays] = useState(from);
  const [changed, setChanged] = useState(false);
  useUnsaved(null, { changed: () => changed });
  const deed = useDeed((_, busy) => put("/partner/calendar", { busy }), { done: () => setChanged(false), said: t("frame:saved") });
  const toggle = (day) => { setDays((was) => was.map((one) => (one.day === day ? { ...one, free: !one.free } : one))); setChanged(true); };
  if (!days.length) return null;
  return html`<p class="muted">${t("trading:calendar_text")}</p>
    <div class="card"><${Calendar} days=${days} onToggle=${toggle} /></div><${Refusal} problem=${deed.problem} />
    ${changed ? html`<div class="dock"><${Button} wide busy=${deed.busy} onClick=${() => deed.run(days.filter((one) => !one.free).map((one) => one.day))}>${t("frame:save")}<//></div>` : null}`;
}
