/** Whom ads are for: regions, devices, hours, weekdays. What is left empty isn't narrowed down. */
import { get } from "../../../api.js";
import { number } from "../../../format.js";
import { t } from "../../../i18n.js";
import { useLoaded } from "../../../loading.js";
import { html } from "../../../ui/html.js";
import { Loaded } from "../../../ui/states.js";

export const NOBODY_LEFT_OUT = { regions: [], devices: [], hours: [], weekdays: [] };
const DEVICES = ["phone", "computer"];
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const from = (first, last) => Array.from({ length: last - first + 1 }, (_, at) => first + at);
/** The times of a day, as people speak of them; each is some hours. */
const TIMES = [["night", from(0, 5)], ["morning", from(6, 10)], ["noon", from(11, 13)], ["afternoon", from(14, 17)], ["evening", from(18, 23)]];

export const useProvinces = () => useLoaded(() => get("/regions", {}, { open: true }));

export function Audience({ value, onChange }) {
  const provinces = useProvinces();
  const turn = (name, ones) => {
    const has = ones.every((one) => value[name].includes(one));
    const rest = value[name].filter((one) => !ones.includes(one));
    onChange({ ...value, [name]: has ? rest : [...rest, ...ones] });
  };
  const chip = (name, ones, words) => html`<label class="chip tall" key=${words}><input type="checkbox" checked=${ones.every((one) => value[name].includes(one))} onChange=${() => turn(name, ones)} />${words}</label>`;
  return html`<div class="stack">
    <p class="muted">${t("ads:audience_text")}</p>
    <fieldset><legend class="legend">${t("ads:devices")}</legend><div class="choices">${DEVICES.map((one) => chip("devices", [one], t(`ads:device_${one}`)))}</div></fieldset>
    <fieldset><legend class="legend">${t("ads:times_of_day")}</legend><div class="choices">${TIMES.map(([name, hours]) => chip("hours", hours, t(`ads:time_${name}`)))}</div></fieldset>
    <fieldset><legend class="legend">${t("ads:weekdays")}</legend><div class="choices">${WEEKDAYS.map((one) => chip("weekdays", [one], t(`ads:weekday_${one}`)))}</div></fieldset>
    <fieldset><legend class="legend">${t("ads:regions")}</legend>
      <${Loaded} from=${provinces} lines=${2}>${({ items }) => html`<div class="choices provinces">${items.map((one) => chip("regions", [one.code], one.name))}</div>`}<//></fieldset>
  </div>`;
}

/** An audience in words. */
export function audienceWords(value) {
  const told = [
    value.devices?.length && value.devices.map((one) => t(`ads:device_${one}`)).join(t("ads:comma")),
    value.regions?.length && t("ads:so_many_regions", { count: value.regions.length }),
    value.hours?.length && t("ads:so_many_hours", { count: value.hours.length, hours: number(value.hours.length) }),
    value.weekdays?.length && [...value.weekdays].sort().map((one) => t(`ads:weekday_${one}`)).join(t("ads:comma")),
  ].filter(Boolean);
  return told.length ? told.join(" · ") : t("ads:everybody");
}
