/** The sandbox gateway's cards: they move no real money, and are shown as what they are. */
import { t } from "../../i18n.js";

export const CARDS = ["pm_card_visa", "pm_card_mastercard", "pm_card_declined"];

/** What a card is called on a screen. */
export const cardName = (method) => t(`buying:${method}`);
