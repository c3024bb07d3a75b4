/** Keywords with what a click on each may cost: written, suggested, and taken away again. */
import { t } from "../../../i18n.js";
import { language } from "../../../i18n.js";
import { Amount, Select, Text } from "../../../ui/form.js";
import { html, useState } from "../../../ui/html.js";
import { Icon } from "../../../ui/icon.js";
import { Button, IconButton } from "../../../ui/parts.js";

export const USUAL_BID = 50;
export const MOST = 50;
const MATCHES = ["broad", "phrase", "exact"];
const OFFERED = 10;

/** Words of the goods' titles that people may search for, each once: the words alone and the title's first two. */
export function wordsOf(titles) {
  const cut = new Intl.Segmenter(language.get() === "zh" ? "zh" : "en", { granularity: "word" });
  const found = titles.flatMap((title) => {
    const words = [...cut.segment(title)].filter((one) => one.isWordLike).map((one) => one.segment.toLowerCase());
    return [...words.filter((one) => [...one].length > 1), words.slice(0, 2).join(/\p{Script=Han}/u.test(title) ? "" : " ")];
  });
  return [...new Set(found)].filter((one) => one.length > 1 && one.length <= 60 && !/\d/.test(one)).slice(0, OFFERED);
}

/** `value` is `[{text, match, bid}, …]`; `offered` are words, or suggestions `{text, bid}`, to add by a press. */
export function Keywords({ value, onChange, offered = [], currency, problem }) {
  const [text, write] = useState("");
  const has = (words) => value.some((one) => one.text === words);
  const add = (words, bid = USUAL_BID, match = "broad") => {
    const wanted = words.trim().toLowerCase();
    if (wanted && !has(wanted) && value.length < MOST) onChange([...value, { text: wanted, match, bid }]);
    write("");
  };
  const change = (at, next) => onChange(value.map((one, other) => (other === at ? { ...one, ...next } : one)));
  const left = offered.map((one) => (typeof one === "string" ? { text: one } : one)).filter((one) => !has(one.text));
  const entered = (event) => { if (event.key === "Enter") { event.preventDefault(); add(text); } };
  return html`<div class="stack">
    ${left.length ? html`<div class="stack tight"><p class="legend">${t("ads:offered")}</p><div class="choices">
      ${left.map((one) => html`<button type="button" class="chip tall" key=${one.text} onClick=${() => add(one.text, one.bid, one.match)}><${Icon} name="plus" />${one.text}</button>`)}</div></div>` : null}
    <div class="row joined"><div class="grow"><${Text} label=${t("ads:own_keyword")} name="keyword" value=${text} onChange=${write} onKeyDown=${entered} maxlength="60" /></div>
      <${Button} look="quiet" disabled=${!text.trim()} onClick=${() => add(text)}>${t("ads:add")}<//></div>
    ${value.length ? html`<ul class="stack">${value.map((one, at) => html`<li class="card flat keyword" key=${one.text}>
      <div class="row"><strong class="grow">${one.text}</strong><${IconButton} icon="x" label=${t("ads:drop_keyword", { words: one.text })} onClick=${() => onChange(value.filter((_, other) => other !== at))} /></div>
      <div class="two"><${Select} label=${t("ads:match")} name=${`match-${at}`} value=${one.match} onChange=${(match) => change(at, { match })} options=${MATCHES.map((match) => [match, t(`ads:match_${match}`)])} />
        <${Amount} label=${t("ads:bid")} name=${`keywords.${at}.bid`} value=${one.bid} currency=${currency} problem=${problem} onChange=${(bid) => change(at, { bid })} /></div></li>`)}</ul>
      <p class="small muted">${t("ads:bid_text")}</p>` : html`<p class="muted">${t("ads:no_keywords")}</p>`}
  </div>`;
}
