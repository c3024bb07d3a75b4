/** How long something still lasts. */
import { number } from "../../format.js";
import { t } from "../../i18n.js";
import { html, useEffect, useState } from "../../ui/html.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The milliseconds until a moment, told anew each second in the last hour and each half minute before. */
export function useTimeLeft(until) {
  const [left, setLeft] = useState(() => new Date(until) - Date.now());
  useEffect(() => {
    let timer = null;
    const look = () => {
      const now = new Date(until) - Date.now();
      setLeft(now);
      if (now > 0) timer = setTimeout(look, now < HOUR ? 1_000 : MINUTE / 2);
    };
    look();
    return () => clearTimeout(timer);
  }, [until]);
  return Math.max(0, left);
}

const two = (value) => number(value, { minimumIntegerDigits: 2 });

export function Countdown({ until, words }) {
  const left = useTimeLeft(until);
  const hours = Math.floor(left / HOUR);
  const time = left >= 48 * HOUR ? t("talking:days", { count: Math.floor(left / 24 / HOUR) })
    : `${two(hours)}:${two(Math.floor(left / MINUTE) % 60)}${hours ? "" : `:${two(Math.floor(left / 1000) % 60)}`}`;
  return html`<span class="small number" role="timer">${words(time)}</span>`;
}
