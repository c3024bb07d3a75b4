/** A month of days that are free or taken; with `onToggle` one's own, whose days are pressed. */
import { get } from "../../api.js";
import { language, t } from "../../i18n.js";
import { html, useState } from "../../ui/html.js";
import { IconButton } from "../../ui/parts.js";

const MOST_DAYS = 92;
const TAGS = { zh: "zh-CN", en: "en-GB" };
const utc = (options) => new Intl.DateTimeFormat(TAGS[language.get()], { timeZone: "UTC", ...options });
const after = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The days from today on, `quarters` times 92 of them: `[{day, free}, …]`. */
export async function loadDays(partner, quarters) {
  const first = (await get(`/partners/${partner}/calendar`, { days: MOST_DAYS })).days;
  const starts = Array.from({ length: quarters - 1 }, (_, at) => after(first[0].day, (at + 1) * MOST_DAYS));
  const rest = await Promise.all(starts.map((start) => get(`/partners/${partner}/calendar`, { start, days: MOST_DAYS })));
  return [...first, ...rest.flatMap((one) => one.days)];
}

export function Calendar({ days, onToggle }) {
  const months = [...new Set(days.map((one) => one.day.slice(0, 7)))];
  const [at, setAt] = useState(0);
  const month = months[Math.min(at, months.length - 1)];
  const known = new Map(days.map((one) => [one.day, one.free]));
  const first = new Date(`${month}-01T00:00:00Z`);
  const blank = (first.getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const all = Array.from({ length }, (_, day) => `${month}-${String(day + 1).padStart(2, "0")}`);
  const weekdays = Array.from({ length: 7 }, (_, day) => utc({ weekday: "narrow" }).format(Date.UTC(2024, 0, 1 + day)));
  return html`<div class="calendar"><div class="row"><${IconButton} icon="chevron-left" label=${t("trading:month_before")} disabled=${at === 0} onClick=${() => setAt(at - 1)} />
      <strong class="grow trade-middle" aria-live="polite">${utc({ month: "long", year: "numeric" }).format(first)}</strong>
      <${IconButton} icon="chevron-right" label=${t("trading:month_after")} disabled=${at >= months.length - 1} onClick=${() => setAt(at + 1)} /></div>
    <ul class="trade-days"><${Blanks} names=${weekdays} />${Array.from({ length: blank }, (_, one) => html`<li key=${`b${one}`} aria-hidden="true"></li>`)}
      ${all.map((day) => html`<${Day} key=${day} day=${day} free=${known.get(day)} onToggle=${onToggle} />`)}</ul>
    <p class="small muted trade-legend-row"><span class="trade-swatch-free"></span> ${t("trading:free")} <span class="trade-swatch-taken"></span> ${t("trading:taken")}</p></div>`;
}

const Blanks = ({ names }) => names.map((one, at) => html`<li class="trade-weekday" key=${`w${at}`} aria-hidden="true">${one}</li>`);

function Day({ day, free, onToggle }) {
  const number = Number(day.slice(8));
  if (free === undefined) return html`<li class="trade-day past" aria-hidden="true">${number}</li>`;
  const label = `${utc({ day: "numeric", month: "long" }).format(new Date(day))}: ${free ? t("trading:free") : t("trading:taken")}`;
  const look = free ? "free" : "taken";
  if (onToggle) return html`<li><button type="button" class=${`trade-day ${look}`} aria-pressed=${free ? "false" : "true"} aria-label=${label} onClick=${() => onToggle(day)}>${number}</button></li>`;
  return html`<li class=${`trade-day ${look}`}><span aria-hidden="true">${number}</span><span class="unseen">${label}</span></li>`;
}
