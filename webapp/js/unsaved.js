/** What isn't saved yet, and the question that is asked before it is left. */
import { observed } from "./state.js";
import { useEffect, useRef } from "./ui/html.js";

const watched = new Set();
let free = 0;

/** The question that is asked now: `answer(true)` leaves, `answer(false)` stays; `needless` once all is saved. */
export const question = observed(null);

const unsaved = (place) => (free ? [] : [...watched].filter((one) => one.changed() && (!place || place.contains(one.place()))));

/** Would something be lost by leaving? */
export const somethingUnsaved = () => unsaved(null).length > 0;

/** Whether one may leave a `place` of the screen, or the whole of it: at once, or once she has said so. */
export function mayLeave(place = null) {
  const left = unsaved(place);
  if (!left.length) return Promise.resolve(true);
  if (question.get()) return Promise.resolve(false);
  return new Promise((resolve) => {
    question.set({
      needless: () => !unsaved(place).length,
      answer(leave) {
        question.set(null);
        if (leave) for (const one of left) one.letGo();
        resolve(leave);
      },
    });
  });
}

/** While `run` runs, and until what it changed is drawn, leaving asks nothing: what was done may lead elsewhere. */
export async function leavingFreely(run) {
  free += 1;
  try {
    return await run();
  } finally {
    setTimeout(() => {
      free -= 1;
      if (!free && question.get()?.needless()) question.get().answer(true);  // it was being saved when she left
    });
  }
}

addEventListener("beforeunload", (event) => { if (somethingUnsaved()) event.preventDefault(); });

const BEFORE = ["focusin", "pointerdown", "keydown", "beforeinput"];
const TOUCHED = ["input", "change", "click"];

/**
 * Ask before what was written in a form is left. `place` refers to its element, an `exempt` one keeps nothing worth a
 * question, and `changed` tells of what its fields don't show, such as a colour or an order; it is enough without a form.
 *
 * Answers `saving(deed)`: once the deed has succeeded nothing is unsaved. One that answers undefined or false hasn't.
 */
export function useUnsaved(place, { exempt = false, changed } = {}) {
  const { current: state } = useRef({});
  Object.assign(state, { exempt, changed });
  useEffect(() => {
    const form = place?.current;
    const before = () => { state.first ??= written(form); };
    const touched = ({ type, target }) => {
      state.touched = true;
      if (type === "change" && target.type === "file") state.sent = true;
    };
    for (const kind of form ? BEFORE : []) form.addEventListener(kind, before, true);
    for (const kind of form ? TOUCHED : []) form.addEventListener(kind, touched);
    const differs = () => (state.changed ? state.changed() : Boolean(state.sent || (state.touched && written(form) !== state.first)));
    const one = { place: () => form, changed: () => !state.exempt && !state.gone && differs(), letGo: () => { state.gone = true; } };
    watched.add(one);
    return () => {
      watched.delete(one);
      for (const kind of form ? BEFORE : []) form.removeEventListener(kind, before, true);
      for (const kind of form ? TOUCHED : []) form.removeEventListener(kind, touched);
    };
  }, []);
  return async (deed) => {
    const result = await deed();
    if (result || result === null) Object.assign(state, { first: null, touched: false, sent: false });
  };
}

/** What stands in a form's fields, with what is ticked and counted. An empty field is as none. */
function written(form) {
  const fields = [...form.elements].filter((one) => one.type !== "file" && !["BUTTON", "FIELDSET"].includes(one.tagName));
  const ticked = (one) => ["checkbox", "radio"].includes(one.type);
  return JSON.stringify(fields.map((one, at) => (ticked(one) ? one.checked && at + 1 : one.value)).filter(Boolean));
}
