/** Having a parcel fetched: the next days, and when. */
import { post } from "../../api.js";
import { day } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Choice, Form, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";

const DAYS = 4;
const WINDOWS = [[9, 12], [12, 15], [15, 18], [18, 21]];

/** The windows of the next days that haven't begun, by day. */
function ahead(now = new Date()) {
  const days = Array.from({ length: DAYS }, (_, at) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + at));
  return days.map((date) => ({ date, windows: WINDOWS.map(([from, to]) => [at(date, from), at(date, to)]).filter(([from]) => from > now) })).filter(({ windows }) => windows.length);
}

const at = (date, hour) => new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour);
const two = (one) => String(one.getHours()).padStart(2, "0");

export function Pickup({ parcel, onClose, onDone }) {
  const days = ahead();
  const { values, bind, set } = useForm({ day: days[0].date.toISOString(), from: days[0].windows[0][0].toISOString() });
  const chosen = days.find(({ date }) => date.toISOString() === values.day);
  const window = chosen.windows.find(([from]) => from.toISOString() === values.from) ?? chosen.windows[0];
  const deed = useDeed((key, wish) => post(`/shipping/parcels/${parcel}/pickup`, wish, { key }), { done: onDone, said: t("shipping:pickup_booked") });
  return html`<${Sheet} title=${t("shipping:pickup")} onClose=${onClose}>
    <${Form} label=${t("shipping:pickup")} onSubmit=${() => deed.run({ since: window[0].toISOString(), until: window[1].toISOString() })}>
      <${Choice} label=${t("frame:day")} ...${bind("day")} options=${days.map(({ date }) => [date.toISOString(), day(date)])} />
      <${Choice} label=${t("shipping:when")} name="from" value=${window[0].toISOString()} onChange=${(from) => set("from", from)} options=${chosen.windows.map(([from, to]) => [from.toISOString(), `${two(from)}:00–${two(to)}:00`])} />
      <${Refusal} problem=${deed.problem} />
      <${Button} type="submit" wide busy=${deed.busy}>${t("shipping:pickup_now")}<//>
    <//><//>`;
}
