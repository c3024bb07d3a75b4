/** The words in Chinese and English, by i18next: a file for each part of the client, loaded with its screens. */
import i18next from "../vendor/i18next.js";
import { LANGUAGE, file } from "./place.js";
import { observed } from "./state.js";

export const LANGUAGES = { zh: "简体中文", en: "English" };
const KEPT = "guanxi:language";
const RIGHT_TO_LEFT = new Set(["ar", "he", "fa", "ur"]);
const loaded = new Set();

/** The language that is spoken now. */
export const language = observed(chosen());

function chosen() {
  const asked = new URLSearchParams(location.search).get("lang");
  const known = [asked, localStorage.getItem(KEPT), LANGUAGE].find((one) => one in LANGUAGES);
  return known ?? "zh";
}

/** Whether the address says which language to speak: then nothing else decides it. */
export const told = () => new URLSearchParams(location.search).get("lang") in LANGUAGES;

/** Load the words of some parts in the language that is spoken. */
export const words = (...parts) => load(language.get(), parts);

async function load(spoken, parts) {
  const wanted = parts.map((part) => `${spoken}/${part}`).filter((one) => !loaded.has(one));
  await Promise.all(wanted.map(async (one) => {
    const [tongue, part] = one.split("/");
    const reply = await fetch(file(`locales/${one}.json`));
    if (!reply.ok) throw new Error(`There are no words for ${one}.`);
    i18next.addResourceBundle(tongue, part, await reply.json());
    loaded.add(one);
  }));
}

export async function start() {
  await i18next.init({
    lng: language.get(), ns: ["frame"], defaultNS: "frame", resources: {}, fallbackLng: false,
    interpolation: { escapeValue: false },  // Preact escapes
    returnNull: false, showSupportNotice: false,
  });
  mark();
  await words("frame");
}

/** Speak another language from now on; each screen then loads its words in it. */
export async function speak(next) {
  localStorage.setItem(KEPT, next);
  const before = language.get();
  if (next === before) return;
  await load(next, ["frame"]);
  await i18next.changeLanguage(next);
  language.set(next);
  mark();
}

function mark() {
  document.documentElement.lang = language.get() === "zh" ? "zh-Hans" : language.get();
  document.documentElement.dir = RIGHT_TO_LEFT.has(language.get()) ? "rtl" : "ltr";
}

/** The words of a key, `part:key`; without a part it is the frame's. */
export const t = (key, values) => i18next.t(key, values);
/** Whether there are words for a key. */
export const has = (key) => i18next.exists(key);
