/** Days of the calendar as the API writes them (`2026-05-19`), and the span of a report. */
import { day as written } from "../../format.js";

const two = (value) => String(value).padStart(2, "0");
/** A moment's day here. */
export const dayOf = (moment) => `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
/** So many days before or after a day. */
export function plus(day, days) {
  const [year, month, date] = day.split("-").map(Number);
  return dayOf(new Date(year, month - 1, date + days));
}
/** The days from one to another, both with it. */
export function span(first, last) {
  const days = [];
  for (let day = first; day <= last && days.length < 100; day = plus(day, 1)) days.push(day);
  return days;
}
/** A day in words; taken as a day here, not as midnight in Greenwich. */
export const say = (day) => written(`${day}T00:00`);
