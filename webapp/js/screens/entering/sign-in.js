/** Signing in. Whoever came to a place that needs it is there afterwards. */
import { go, here, to } from "../../router.js";
import { t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { enter } from "../../session.js";
import { Form, Text, useForm } from "../../ui/form.js";
import { html } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { contactOf } from "./contact.js";

export function SignIn() {
  const { values, bind } = useForm({ contact: "", password: "" });
  const deed = useDeed(async () => {
    await enter({ ...contactOf(values.contact), password: values.password });
    if (here.get().path === "/sign-in") go("/", { instead: true });
  });
  return html`<${Screen} title=${t("sign_in")} narrow>
    <p class="muted">${t("sign_in_text")}</p>
    <${Form} passing label=${t("sign_in")} onSubmit=${() => deed.run()}>
      <${Refusal} problem=${deed.problem} />
      <${Text} label=${t("contact")} ...${bind("contact")} autocomplete="username" autocapitalize="none" required />
      <${Text} label=${t("password")} type="password" ...${bind("password")} autocomplete="current-password" required />
      <${Button} type="submit" wide busy=${deed.busy}>${t("sign_in")}<//>
    <//>
    <${Button} href=${to("/sign-up")} look="quiet" wide>${t("sign_up")}<//>
  <//>`;
}

export default SignIn;
