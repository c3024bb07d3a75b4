/** The store's desk: when somebody answers, what is said by itself otherwise, quick replies, and offers by themselves. */
import { get, put } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed, useLoaded } from "../../loading.js";
import { Check, Form, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, IconButton, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { Loaded } from "../../ui/states.js";
import { Thresholds } from "./thresholds.js";

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const USUAL = { opens: "09:00", closes: "21:00", days: DAYS };
const MOST_REPLIES = 50;

export default function Desk({ store }) {
  const desk = useLoaded(() => get(`/stores/${store}/desk`), [store]);
  return html`<${Screen} title=${t("talking:desk")} up=${`/sell/${store}/chats`} narrow>
    <${Loaded} from=${desk}>${(settings) => html`<${Settings} of=${settings} store=${store} />`}<//>
    <${Thresholds} store=${store} />
  <//>`;
}

function Settings({ of, store }) {
  const form = useForm(of);
  const { values, set, bind } = form;
  const deed = useDeed((_, wish) => put(`/stores/${store}/desk`, wish), { said: t("frame:saved") });
  return html`<${Form} label=${t("talking:desk")} onSubmit=${() => deed.run(values)}>
    <section class="card" aria-labelledby="hours"><h2 id="hours">${t("talking:hours")}</h2>
      <${Check} label=${t("talking:always")} hint=${t("talking:always_hint")} name="always" value=${!values.hours} onChange=${(always) => set("hours", always ? null : USUAL)} />
      ${values.hours ? html`<${Hours} of=${values.hours} onChange=${(hours) => set("hours", hours)} problem=${deed.problem} />
        <${Text} label=${t("talking:auto_reply")} hint=${t("talking:auto_reply_hint")} ...${bind("auto_reply")} lines="3" maxlength="2000" problem=${deed.problem} />` : null}
    </section>
    <${Replies} of=${values.replies} onChange=${(replies) => set("replies", replies)} problem=${deed.problem} />
    <${Refusal} problem=${deed.problem} />
    <${Button} type="submit" wide busy=${deed.busy}>${t("frame:save")}<//>
  <//>`;
}

function Hours({ of, onChange, problem }) {
  const change = (name) => (value) => onChange({ ...of, [name]: value });
  const toggle = (day) => change("days")(of.days.includes(day) ? of.days.filter((one) => one !== day) : [...of.days, day].sort());
  return html`<div class="two"><${Text} label=${t("talking:opens")} type="time" name="hours.opens" value=${of.opens} onChange=${change("opens")} problem=${problem} />
      <${Text} label=${t("talking:closes")} type="time" name="hours.closes" value=${of.closes} onChange=${change("closes")} problem=${problem} /></div>
    <fieldset><legend class="legend">${t("talking:days_open")}</legend><div class="choices">
      ${DAYS.map((day) => html`<label class="chip" key=${day}><input type="checkbox" checked=${of.days.includes(day)} onChange=${() => toggle(day)} />${t(`talking:day_${day}`)}</label>`)}
    </div></fieldset>`;
}

function Replies({ of, onChange, problem }) {
  const change = (at, name) => (value) => onChange(of.map((one, index) => (index === at ? { ...one, [name]: value } : one)));
  return html`<section class="card" aria-labelledby="replies"><h2 id="replies">${t("talking:quick")}</h2>
    <p class="muted small">${t("talking:quick_text")}</p>
    ${of.map((one, at) => html`<div class="desk-reply" key=${at}>
      <div class="row top"><div class="grow"><${Text} label=${t("talking:reply_title")} name=${`replies.${at}.title`} value=${one.title} onChange=${change(at, "title")} maxlength="60" problem=${problem} /></div>
        <${IconButton} icon="trash" label=${t("talking:delete_reply", { title: one.title || at + 1 })} onClick=${() => onChange(of.filter((_, index) => index !== at))} /></div>
      <${Text} label=${t("talking:reply_text")} name=${`replies.${at}.text`} value=${one.text} onChange=${change(at, "text")} lines="2" maxlength="2000" problem=${problem} /></div>`)}
    ${of.length < MOST_REPLIES ? html`<${Button} look="quiet" wide icon="plus" onClick=${() => onChange([...of, { title: "", text: "" }])}>${t("talking:add_reply")}<//>` : null}
  </section>`;
}
