/** One's name and language. */
import { patch } from "../../api.js";
import { LANGUAGES, speak, t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { me as signedIn } from "../../state.js";
import { Choice, Form, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";

export default function Profile({ me }) {
  const { values, bind } = useForm({ name: me.name, language: me.language });
  const deed = useDeed((_, wish) => patch("/me", wish), {
    done: async (profile) => { signedIn.set(profile); await speak(profile.language); },
  });
  return html`<${Screen} title=${t("edit_profile")} up="/me" narrow>
    <${Form} label=${t("edit_profile")} onSubmit=${() => deed.run(values)}>
      <${Refusal} problem=${deed.problem} />
      <${Text} label=${t("your_name")} ...${bind("name")} problem=${deed.problem} autocomplete="name" required />
      <${Choice} label=${t("language")} ...${bind("language")} options=${Object.entries(LANGUAGES)} />
      <${Button} type="submit" wide busy=${deed.busy}>${t("save")}<//>
    <//>
  <//>`;
}
