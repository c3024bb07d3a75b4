// `make vendor`: copies from node_modules to webapp/vendor/ what the client loads, and the icons that it names.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const here = new URL("./", import.meta.url);
const served = new URL("../../webapp/vendor/", here);
const from = (name) => new URL(`node_modules/${name}`, here);
const FILES = {
  "preact.js": "htm/preact/standalone.mjs",
  "i18next.js": "i18next/dist/esm/i18next.js",
  "uplot.js": "uplot/dist/uPlot.esm.js",
  "uplot.css": "uplot/dist/uPlot.min.css",
};
const LICENSED = ["htm", "i18next", "lucide-static", "uplot"];

mkdirSync(served, { recursive: true });
for (const [name, source] of Object.entries(FILES)) copyFileSync(from(source), new URL(name, served));

const nodes = JSON.parse(readFileSync(from("lucide-static/icon-nodes.json")));
const names = JSON.parse(readFileSync(new URL("icons.json", here)));
const missing = names.filter((name) => !nodes[name]);
if (missing.length) throw new Error(`lucide has no icons called ${missing.join(", ")}`);
const rows = names.sort().map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(nodes[name])},`);
writeFileSync(
  new URL("icons.js", served),
  `// Made by vendor.mjs of lucide-static (ISC licence).\nexport default {\n${rows.join("\n")}\n};\n`,
);
const licences = LICENSED.map((name) => `${name}\n\n${readFileSync(from(`${name}/LICENSE`), "utf8").trim()}\n`);
writeFileSync(new URL("LICENCES.txt", served), licences.join("\n---\n\n"));
