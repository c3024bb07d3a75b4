/** Where one says something. Enter sends, Shift and Enter begin a new line; a photo, goods or an offer go along. */
import { t } from "../../i18n.js";
import { html, useEffect, useRef, useState } from "../../ui/html.js";
import { Icon } from "../../ui/icon.js";
import { IconButton } from "../../ui/parts.js";
import { Attach } from "./attach.js";
import { Replies } from "./replies.js";

const LONGEST = 2_000;
const FINE = matchMedia("(pointer: fine)");

export function Composer({ room, store, offers }) {
  const [text, write] = useState("");
  const [sheet, setSheet] = useState(null);
  const field = useRef(null);
  useAboveKeyboard();
  useEffect(() => {
    const area = field.current;
    area.style.blockSize = "auto";
    area.style.blockSize = `${Math.min(area.scrollHeight + 2, 144)}px`;
  }, [text]);
  useEffect(() => { if (FINE.matches) field.current.focus({ preventScroll: true }); }, []);

  const send = () => {
    const said = text.trim();
    if (!said) return;
    write("");
    room.say({ text: said });
    field.current.focus();
  };
  const pressed = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  const close = () => setSheet(null);
  return html`<div class="chat-composer">
    <${IconButton} icon="plus" label=${t("talking:attach")} aria-haspopup="dialog" onClick=${() => setSheet("attach")} />
    ${store ? html`<${IconButton} icon="zap" label=${t("talking:quick")} aria-haspopup="dialog" onClick=${() => setSheet("replies")} />` : null}
    <label class="grow"><span class="unseen">${t("talking:message")}</span>
      <textarea class="input" rows="1" maxlength=${LONGEST} ref=${field} value=${text} placeholder=${t("talking:write")} enterkeyhint="send"
        onInput=${(event) => { write(event.target.value); room.types(); }} onKeyDown=${pressed}></textarea></label>
    <button type="button" class="chat-send" aria-label=${t("talking:send")} disabled=${!text.trim()} onMouseDown=${(event) => event.preventDefault()} onClick=${send}>
      <${Icon} name="send" /></button>
    ${sheet === "attach" ? html`<${Attach} room=${room} store=${store} offers=${offers} onClose=${close} />` : null}
    ${sheet === "replies" ? html`<${Replies} store=${store} onClose=${close} onChoose=${(reply) => { write(reply); close(); }} />` : null}
  </div>`;
}

/** Keep the screen as high as what is seen over the keyboard, where the browser doesn't do so itself. */
function useAboveKeyboard() {
  useEffect(() => {
    const seen = globalThis.visualViewport;
    if (!seen) return undefined;
    const root = document.documentElement;
    const fit = () => {
      const hidden = Math.max(0, innerHeight - seen.height - seen.offsetTop);
      root.style.setProperty("--keyboard", `${Math.round(hidden)}px`);
      root.classList.toggle("typing", hidden > 120);
    };
    seen.addEventListener("resize", fit);
    seen.addEventListener("scroll", fit);
    return () => {
      seen.removeEventListener("resize", fit);
      seen.removeEventListener("scroll", fit);
      root.style.removeProperty("--keyboard");
      root.classList.remove("typing");
    };
  }, []);
}
