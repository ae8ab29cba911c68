// Fails the build when what a first visit downloads grows over its budget (bytes, gzipped).
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budgets = { js: 50 * 1024, css: 12 * 1024 };
const html = readFileSync("dist/index.html", "utf8");
let over = false;
for (const [kind, budget] of Object.entries(budgets)) {
  const first = readdirSync("dist/assets").filter((name) => name.endsWith(`.${kind}`) && html.includes(name));
  const size = first.reduce((sum, name) => sum + gzipSync(readFileSync(`dist/assets/${name}`)).length, 0);
  console.log(`${kind}: ${(size / 1024).toFixed(1)} KB of ${budget / 1024} KB gzipped`);
  over ||= size > budget;
}
if (over) {
  console.error("Over budget: load what a first visit does not need with import().");
  process.exit(1);
}
