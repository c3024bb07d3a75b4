/** The field to search in, with suggestions while one writes: arrows choose, Enter asks, Escape closes. */
import { get } from "../../api.js";
import { t } from "../../i18n.js";
import { html, useEffect, useRef, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { IconButton } from "../../ui/parts.js";

const PAUSE = 180;

export function SearchBar({ words, onAsk }) {
  const [written, write] = useState(words);
  const [open, setOpen] = useState(false);
  const [at, move] = useState(-1);
  const suggested = useSuggestions(open ? written.trim() : "");
  const field = useRef(null);
  const shown = open && suggested.length > 0;
  const ask = (text) => {
    setOpen(false);
    if (!text.trim()) return;
    write(text);
    field.current?.blur();
    onAsk(text.trim());
  };
  const key = (event) => {
    if (event.key === "Escape") setOpen(false);
    if (!shown || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    const places = suggested.length + 1;  // the last is what was written
    const now = at < 0 ? places - 1 : at;
    const next = (now + (event.key === "ArrowDown" ? 1 : places - 1)) % places;
    move(next === places - 1 ? -1 : next);
  };
  const picked = suggested[at] ?? null;
  return html`<form class="search" role="search" onSubmit=${(event) => { event.preventDefault(); ask(picked ?? written); }}>
    <div class="search-field">
      <${Icon} name="search" />
      <input ref=${field} type="search" name="q" class="input" aria-label=${t("buying:search")} placeholder=${t("buying:search_hint")} autocomplete="off" enterkeyhint="search" maxlength="200"
        role="combobox" aria-expanded=${shown ? "true" : "false"} aria-controls="suggestions" aria-autocomplete="list" aria-activedescendant=${picked ? `suggestion-${at}` : undefined}
        value=${picked ?? written} onInput=${(event) => { write(event.target.value); move(-1); setOpen(true); }} onKeyDown=${key} onBlur=${() => setTimeout(() => setOpen(false), 150)} />
      ${written ? html`<${IconButton} icon="x" label=${t("buying:clear")} onClick=${() => { write(""); move(-1); field.current?.focus(); }} />` : null}
    </div>
    <ul id="suggestions" class="suggestions" role="listbox" aria-label=${t("buying:suggestions")} hidden=${!shown}>
      ${suggested.map((one, place) => html`<li id=${`suggestion-${place}`} role="option" key=${one} aria-selected=${place === at ? "true" : "false"} onPointerDown=${(event) => { event.preventDefault(); ask(one); }}><${Icon} name="search" />${one}</li>`)}
    </ul>
  </form>`;
}

function useSuggestions(words) {
  const [found, set] = useState([]);
  useEffect(() => {
    if (!words) { set([]); return undefined; }
    const left = new AbortController();
    const timer = setTimeout(() => {
      get("/search/suggestions", { q: words }, { open: true, signal: left.signal }).then((told) => set(told.items.slice(0, 8))).catch(() => {});
    }, PAUSE);
    return () => { clearTimeout(timer); left.abort(); };
  }, [words]);
  return found;
}
