/** Files that somebody keeps or hands on: saved by the browser, or given to the phone's own sheet for sharing. */

const LASTS = 60_000;

/** An address of some bytes, for as long as a browser needs to fetch them. */
function lasting(bytes) {
  const address = URL.createObjectURL(bytes);
  setTimeout(() => URL.revokeObjectURL(address), LASTS);
  return address;
}

/** Have the browser save some bytes under a name. */
export function save(bytes, name) {
  const link = document.createElement("a");
  link.href = lasting(bytes);
  link.download = name;
  link.click();
}

/** Show some bytes in a window that is open. */
export function show(bytes, shown) {
  shown.location = lasting(bytes);
}

/** Whether this phone can hand a file on. */
export const canShare = (file) => Boolean(navigator.canShare?.({ files: [file] }));

/** Hand something on by the phone's sheet. Whoever closes it didn't want to: that is no fault. */
export async function share(what) {
  try {
    await navigator.share(what);
  } catch (refused) {
    if (refused.name !== "AbortError") throw refused;
  }
}
