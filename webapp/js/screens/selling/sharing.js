/** Giving an address on: by the phone's own sheet where it has one, else by the clipboard. */
import { t } from "../../i18n.js";
import { toast } from "../../ui/toast.js";

/** Share `{title, text, url}`, or copy its address. Whoever changes her mind hears nothing. */
export async function shareOrCopy(what) {
  if (navigator.share && matchMedia("(pointer: coarse)").matches) {
    try {
      await navigator.share(what);
      return;
    } catch (refused) {
      if (refused.name === "AbortError") return;
    }
  }
  await copy(what.url);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("selling:copied"));
  } catch {
    toast(t("selling:not_copied", { text }), { tone: "bad" });
  }
}
