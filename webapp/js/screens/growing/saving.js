/** Files that somebody keeps or hands on: saved by the browser, or given to the phone's own sheet for sharing. */

/** Have the browser save some bytes under a name. */
export function save(bytes, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
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
