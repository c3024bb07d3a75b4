/**
 * The palette that the public pages make of a theme colour, so that the preview shows what they will show.
 *
 * The same rules as chalicelib/web/colour.py: text has a contrast of 4.5 at least (WCAG 2.2, success criterion 1.4.3).
 */
const READABLE = 4.5;
const BLACK = "#000000", WHITE = "#ffffff";

const channels = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
/** A half goes to the even neighbour, as it does where the pages are made. */
const round = (value) => (value - Math.floor(value) === 0.5 ? 2 * Math.round(value / 2) : Math.round(value));
const hex = (values) => `#${values.map((one) => round(one).toString(16).padStart(2, "0")).join("")}`;

/** `one` with so much of the other in it. */
const mix = (one, other, share) => {
  const end = channels(other);
  return hex(channels(one).map((value, at) => value + (end[at] - value) * share));
};

const luminance = (colour) => {
  const [red, green, blue] = channels(colour).map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** From 1 (the same) to 21 (black and white). */
export function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const textOn = (ground) => (contrast(WHITE, ground) >= READABLE ? WHITE : BLACK);

/** The colour itself where it can be read on all the grounds, else the nearest step to black or white that can. */
function readable(colour, ...grounds) {
  const end = contrast(BLACK, grounds[0]) > contrast(WHITE, grounds[0]) ? BLACK : WHITE;
  const steps = Array.from({ length: 20 }, (_, step) => mix(colour, end, step / 20));
  return steps.find((step) => grounds.every((on) => contrast(step, on) >= READABLE)) ?? end;
}

/** The same colour with its hue turned. */
function turned(colour, degrees) {
  const [red, green, blue] = channels(colour).map((one) => one / 255);
  const high = Math.max(red, green, blue), low = Math.min(red, green, blue);
  const lightness = (high + low) / 2, reach = high - low;
  const saturation = reach === 0 ? 0 : reach / (1 - Math.abs(2 * lightness - 1));
  const raw = reach === 0 ? 0 : high === red ? ((green - blue) / reach) % 6 : high === green ? (blue - red) / reach + 2 : (red - green) / reach + 4;
  const hue = (((raw * 60 + degrees) % 360) + 360) % 360;
  const spread = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n) => { const k = (n + hue / 30) % 12; return lightness - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1)); };
  return hex([0, 8, 4].map((n) => channel(n) * 255));
}

function scheme(accent, { ground, surface, ink, tinted }) {
  const [on, above, text] = [mix(ground, accent, 0.03), mix(surface, accent, 0.015), mix(ink, accent, 0.06)];
  const tint = mix(above, accent, tinted);
  const grounds = [on, above, tint];
  return {
    "--ground": on, "--surface": above, "--tint": tint, "--line": mix(above, text, 0.12), "--ink": readable(text, ...grounds),
    "--muted": readable(mix(text, on, 0.4), ...grounds), "--accent-ink": readable(accent, ...grounds),
  };
}

const LIGHT = { ground: "#fdfcfb", surface: WHITE, ink: "#1c1a1e", tinted: 0.1 };
const DARK = { ground: "#131214", surface: "#1d1c1f", ink: "#f4f1ef", tinted: 0.2 };

/** The custom properties of a theme's pages, by day or by night. */
export function palette(accent, { night = false } = {}) {
  const onAccent = textOn(accent);
  return {
    "--accent": accent, "--on-accent": onAccent, "--glow": mix(turned(accent, 34), WHITE, 0.4),
    "--dusk": readable(mix(turned(accent, -24), "#2a2140", 0.3), onAccent), ...scheme(accent, night ? DARK : LIGHT),
  };
}
