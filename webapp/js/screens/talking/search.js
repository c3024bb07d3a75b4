/** Looking for words in a conversation, and going to where they were said. */
import { get } from "../../api.js";
import { moment } from "../../format.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Form, Text } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Item, Refusal } from "../../ui/parts.js";
import { Sheet } from "../../ui/sheet.js";
import { glimpse } from "./glimpse.js";

const PAGE = 100;
const MOST_PAGES = 10;

export function Search({ room, onClose, onFound }) {
  const [words, setWords] = useState("");
  const [found, setFound] = useState(null);
  const deed = useDeed(async (_, before) => {
    const page = await get(`/conversations/${room.talk.id}/search`, { words: words.trim(), before });
    setFound((was) => ({ items: before && was ? [...was.items, ...page.items] : page.items, before: page.before }));
  });
  const open = useDeed(async (_, one) => {
    let first = room.messages[0]?.seq ?? 1;
    for (let page = 0; page < MOST_PAGES && one.seq < first; page += 1) {
      await room.older(PAGE);
      first -= PAGE;
    }
    onFound(one);
  });
  return html`<${Sheet} title=${t("talking:search")} onClose=${onClose}>
    <${Form} passing label=${t("talking:search")} onSubmit=${() => words.trim() && deed.run(null)}>
      <${Text} label=${t("talking:search_words")} name="words" type="search" value=${words} onChange=${setWords} problem=${deed.problem} maxlength="100" enterkeyhint="search" />
      <${Button} type="submit" wide busy=${deed.busy} disabled=${!words.trim()}>${t("talking:search_now")}<//>
    <//>
    <${Refusal} problem=${deed.problem?.of?.("words") ? null : deed.problem} />
    <div aria-live="polite" class="stack chat-filling">
      ${found && !found.items.length ? html`<p class="muted">${t("talking:found_none")}</p>` : null}
      ${found?.items.length ? html`<ul class="list in-sheet">${found.items.map((one) => html`<${Item} key=${one.seq} title=${glimpse(one)} under=${moment(one.at)} onClick=${() => open.run(one)} />`)}</ul>` : null}
      ${found?.before ? html`<${Button} look="plain" wide busy=${deed.busy} onClick=${() => deed.run(found.before)}>${t("talking:search_further")}<//>` : null}
    </div><//>`;
}
