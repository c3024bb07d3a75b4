/** Where this client was loaded from, as the page that loaded it tells. */
const told = (name) => document.querySelector(`meta[name="guanxi:${name}"]`)?.content ?? "";

/** The API's address, without a slash at its end. */
export const API = told("api").replace(/\/$/, "");
/** The language that the page was asked in. */
export const LANGUAGE = told("language") || "zh";
/** The address of a path below the API's, such as a photo's or a public page's. */
export const at = (path) => `${API}/${path.replace(/^\//, "")}`;
/** The address of one of the client's own files. */
export const file = (path) => new URL(`../${path}`, import.meta.url).href;
