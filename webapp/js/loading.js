/** What screens do with the API: load, load on, and do something once however often it is pressed. */
import { newKey, Problem } from "./api.js";
import { useCallback, useEffect, useRef, useState } from "./ui/html.js";
import { toast } from "./ui/toast.js";
import { leavingFreely } from "./unsaved.js";

/** Load something when its `needs` change: `{data, problem, loading, reload, set}`. */
export function useLoaded(load, needs = []) {
  const [state, setState] = useState({ loading: true });
  const turn = useRef(0);
  const reload = useCallback(async ({ quiet = false } = {}) => {
    const mine = ++turn.current;
    if (!quiet) setState((was) => ({ ...was, loading: true, problem: null }));
    try {
      const data = await load();
      if (mine === turn.current) setState({ data, loading: false, problem: null });
    } catch (problem) {
      unexpected(problem);
      if (mine === turn.current) setState((was) => ({ ...was, loading: false, problem }));
    }
  }, needs);
  useEffect(() => {
    setState({ loading: true });
    reload();
    return () => { turn.current += 1; };
  }, [reload]);
  const set = (next) => setState((was) => ({ ...was, data: typeof next === "function" ? next(was.data) : next }));
  return { ...state, reload, set };
}

/** A list that is told page by page: `load(cursor)` answers `{items, cursor}`. */
export function usePages(load, needs = []) {
  const first = useLoaded(() => load(null), needs);
  const [busy, setBusy] = useState(false);
  const more = async () => {
    setBusy(true);
    try {
      const page = await load(first.data?.cursor);
      first.set((was) => ({ ...page, items: [...was.items, ...page.items] }));
    } catch (problem) {
      toast(problem.message, { tone: "bad" });
    } finally {
      setBusy(false);
    }
  };
  return { ...first, items: first.data?.items ?? [], more: first.data?.cursor ? more : null, loadingMore: busy };
}

/** What neither the API nor the network said is a fault of ours: a developer should see it. */
function unexpected(problem) {
  if (!(problem instanceof Problem)) console.error(problem);
}

/**
 * A deed: `run(...values)` does it once at a time, and tells what was refused in `problem`. It answers what the deed
 * does, null where that is nothing, and undefined where it was refused.
 *
 * `deed` gets an idempotency key first. The key stays the same until the deed has succeeded or the values change:
 * whoever presses again because the answer was lost does it once.
 */
export function useDeed(deed, { done, said } = {}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(null);
  const key = useRef({ of: null, value: newKey() });
  const running = useRef(false);
  const run = async (...values) => {
    if (running.current) return undefined;
    running.current = true;
    const of = JSON.stringify(values);
    if (key.current.of !== of) key.current = { of, value: newKey() };
    setBusy(true);
    setProblem(null);
    try {
      const result = await deed(key.current.value, ...values);
      key.current = { of: null, value: newKey() };
      await leavingFreely(async () => {
        if (said) toast(said);
        await done?.(result);
      });
      return result ?? null;
    } catch (refused) {
      unexpected(refused);
      setProblem(refused);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { run, busy, problem, clear: () => setProblem(null) };
}

/** While `waiting`, do `look` every so many milliseconds; not when the page is hidden, and no more once it is left. */
export function useAgain(waiting, look, every = 3_000) {
  const newest = useRef(look);
  newest.current = look;
  useEffect(() => {
    if (!waiting) return undefined;
    const turn = setInterval(() => { if (document.visibilityState === "visible") newest.current(); }, every);
    return () => clearInterval(turn);
  }, [waiting, every]);
}
