/** A list whose lines are moved up and down by buttons, so that a keyboard and a screen reader can do it too. */
import { t } from "../../i18n.js";
import { html, useEffect, useRef, useState } from "../../ui/html.js";
import { IconButton } from "../../ui/parts.js";

/** Keeps the focus on the button that moved something: `keep(key, way)` before, the list's ref on what holds the buttons. */
export function useKeptFocus() {
  const list = useRef(null), wanted = useRef(null);
  useEffect(() => {
    if (!wanted.current) return;
    const [key, way] = wanted.current;
    wanted.current = null;
    const buttons = [...list.current.querySelectorAll("[data-move]")].filter((one) => one.dataset.of === key && !one.disabled);
    (buttons.find((one) => one.dataset.move === way) ?? buttons[0])?.focus();
  });
  return [list, (key, way) => { wanted.current = [key, way]; }];
}

/** `items` have a `key` and a `name`; `each` draws a line's inside, `after` what stands behind its arrows. */
export function Movable({ label, items, onChange, each, after }) {
  const [list, keep] = useKeptFocus();
  const [said, say] = useState("");
  const move = (from, by) => {
    const next = [...items];
    const [one] = next.splice(from, 1);
    next.splice(from + by, 0, one);
    keep(one.key, by < 0 ? "up" : "down");
    say(t("selling:moved", { name: one.name, place: from + by + 1, count: next.length }));
    onChange(next);
  };
  const arrow = (one, at, way) => html`<${IconButton} icon=${way === "up" ? "move-up" : "move-down"} label=${t(`selling:move_${way}`, { name: one.name })}
    data-move=${way} data-of=${one.key} disabled=${way === "up" ? at === 0 : at === items.length - 1} onClick=${() => move(at, way === "up" ? -1 : 1)} />`;
  return html`<ol class="list movable" aria-label=${label} ref=${list}>${items.map((one, at) => html`<li key=${one.key}>
      <div class="item"><div class="grow">${each(one)}</div><div class="moves">${arrow(one, at, "up")}${arrow(one, at, "down")}${after?.(one)}</div></div></li>`)}</ol>
    <span class="unseen" aria-live="polite">${said}</span>`;
}
