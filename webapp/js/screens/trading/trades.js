/** The trades of partners, with their words and icons. */
import { t } from "../../i18n.js";

export const TRADES = { photography: "camera", modelling: "user", storefront_design: "palette", store_operations: "store", customer_care: "message-circle", data_analysis: "chart-column" };

export const tradeName = (trade) => t(`trading:trade_${trade}`);
export const tradeChoices = () => Object.keys(TRADES).map((one) => [one, tradeName(one)]);
