/** Delivering a step's work: pictures, a colour for the store, a few words. */
import { post } from "../../api.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { Check, Form, Text } from "../../ui/form.js";
import { html, useEffect, useState } from "../../ui/html.js";
import { Button, IconButton, Refusal } from "../../ui/parts.js";
import { PickPhotos } from "./pick-photos.js";

const MOST = 20;

export function Deliver({ path, done }) {
  const [photos, setPhotos] = useState([]);
  const [text, setText] = useState("");
  const [themed, setThemed] = useState(false);
  const [theme, setTheme] = useState("#c8102e");
  const deed = useDeed((key, wish) => post(`${path}/deliver`, wish, { key }), { done, said: t("trading:delivered") });
  const wish = { text, photos: photos.map((one) => one.id), theme: themed ? theme : null };
  return html`<${Form} label=${t("trading:act_deliver")} onSubmit=${() => deed.run(wish)}>
    <p class="muted">${t("trading:deliver_text")}</p>
    <ul class="trade-gallery trade-small-gallery trade-row-of-pictures">${photos.map((one, at) => html`<li key=${one.id} class="trade-removable"><${Preview} file=${one.file} alt=${t("trading:picture_number", { number: at + 1 })} />
      <${IconButton} icon="x" label=${t("trading:drop_picture", { number: at + 1 })} onClick=${() => setPhotos((was) => was.filter((other) => other.id !== one.id))} /></li>`)}</ul>
    <${PickPhotos} purpose="delivery" room=${MOST - photos.length} label=${t("trading:add_pictures")} onAdd=${(photo, file) => setPhotos((was) => [...was, { id: photo.id, file }])} />
    <${Text} label=${t("trading:say_with_it")} name="text" lines=${3} value=${text} onChange=${setText} problem=${deed.problem} />
    <${Check} label=${t("trading:with_theme")} name="themed" value=${themed} onChange=${setThemed} />
    ${themed ? html`<${Text} label=${t("trading:theme_colour")} type="color" name="theme" value=${theme} onChange=${setTheme} problem=${deed.problem} />` : null}
    <${Refusal} problem=${deed.problem} />
    <${Button} type="submit" wide icon="upload" busy=${deed.busy} disabled=${!photos.length && !text && !themed}>${t("trading:act_deliver")}<//><//>`;
}

/** A picture that was just chosen, from the device itself. */
function Preview({ file, alt }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address ? html`<img src=${address} alt=${alt} />` : null;
}
