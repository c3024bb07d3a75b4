/** Signing up in two steps: who one is, then the code that was sent. */
import { post } from "../../api.js";
import { language, t } from "../../i18n.js";
import { useDeed } from "../../loading.js";
import { go, to } from "../../router.js";
import { enter } from "../../session.js";
import { Form, Text, useForm } from "../../ui/form.js";
import { html, useState } from "../../ui/html.js";
import { Button, Refusal } from "../../ui/parts.js";
import { Screen } from "../../ui/screen.js";
import { toast } from "../../ui/toast.js";
import { contactOf } from "./contact.js";

export default function SignUp() {
  const [sent, setSent] = useState(false);
  const form = useForm({ name: "", contact: "", password: "", code: "" });
  const step = sent ? html`<${Code} form=${form} />` : html`<${Wish} form=${form} onSent=${() => setSent(true)} />`;
  return html`<${Screen} title=${t("sign_up")} up="/sign-in" narrow>${step}<//>`;
}

function Wish({ form, onSent }) {
  const { values, bind } = form;
  const deed = useDeed(() => post("/sign-up", {
    ...contactOf(values.contact), password: values.password, name: values.name, language: language.get(),
  }, { open: true }), { done: onSent });
  return html`<p class="muted">${t("sign_up_text")}</p>
    <${Form} passing label=${t("sign_up")} onSubmit=${() => deed.run()}>
      <${Refusal} problem=${deed.problem} />
      <${Text} label=${t("your_name")} ...${bind("name")} problem=${deed.problem} autocomplete="name" required />
      <${Text} label=${t("contact")} ...${bind("contact")} autocomplete="username" autocapitalize="none" required />
      <${Text} label=${t("password")} hint=${t("password_hint")} type="password" ...${bind("password")} problem=${deed.problem} autocomplete="new-password" required />
      <${Button} type="submit" wide busy=${deed.busy}>${t("go_on")}<//>
    <//>
    <${Button} href=${to("/sign-in")} look="plain" wide>${t("have_account")}<//>`;
}

function Code({ form }) {
  const { values, bind } = form;
  const contact = contactOf(values.contact);
  const deed = useDeed(async () => {
    await post("/sign-up/confirm", { ...contact, code: values.code.trim() }, { open: true });
    await enter({ ...contact, password: values.password });
    go("/", { instead: true });
  });
  const again = useDeed(() => post("/sign-up/resend", contact, { open: true }), { done: () => toast(t("code_sent")) });
  return html`<p>${t("code_text", { contact: values.contact })}</p>
    <${Form} passing label=${t("confirm")} onSubmit=${() => deed.run()}>
      <${Refusal} problem=${deed.problem ?? again.problem} />
      <${Text} label=${t("code")} ...${bind("code")} inputmode="numeric" autocomplete="one-time-code" required />
      <${Button} type="submit" wide busy=${deed.busy}>${t("confirm")}<//>
    <//>
    <${Button} look="plain" wide busy=${again.busy} onClick=${() => again.run()}>${t("code_again")}<//>`;
}
