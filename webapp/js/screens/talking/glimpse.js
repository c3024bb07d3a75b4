/** What was said, in a line: as lists, search and reports show it. */
import { t } from "../../i18n.js";

const KINDS = {
  photo: () => t("talking:a_photo"), listing: () => t("talking:some_goods"), order: () => t("talking:an_order"),
  offer: () => t("talking:an_offer"), system: () => "", text: () => "",
};

/** A message, or the beginning of one, as a line of text. */
export function glimpse(said) {
  if (!said) return t("talking:nothing_said");
  const kind = KINDS[said.kind]?.() ?? "";
  const text = said.text || said.card?.title || "";
  return [kind && `[${kind}]`, text].filter(Boolean).join(" ");
}

/** The other side's name: to a buyer the store's, to a store its buyer's. */
export const otherName = (talk) => (talk.side === "buyer" ? talk.store_name : talk.buyer_name || t("talking:a_buyer"));

/** Where a conversation is: each side has its own places. */
export const placeOf = (talk, store) => (store ? `/sell/${store}/chats/${talk.id}` : `/chats/${talk.id}`);
