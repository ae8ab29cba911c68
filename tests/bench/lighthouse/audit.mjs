// Lighthouse's scores of the pages, signed out and signed in, as JSON. Arguments: browser, address, email, password, sheet.
import puppeteer from "puppeteer-core";
import { desktopConfig, navigation, snapshot } from "lighthouse";

const [executablePath, address, email, password, sheet] = process.argv.slice(2);
const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"];
const browser = await puppeteer.launch({ executablePath, args: flags });
const page = await browser.newPage();
const scores = {};

const keep = (name, result) => {
  scores[name] = Object.fromEntries(
    Object.values(result.lhr.categories).map(({ id, score }) => [id, score === null ? null : Math.round(score * 100)]),
  );
  scores[name].failed = Object.values(result.lhr.audits)
    .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === "binary" && score === 0)
    .map(({ id }) => id);
};
const look = async (name, ready) => {
  await page.waitForSelector(ready);
  keep(name, await snapshot(page, { flags: { onlyCategories: ["accessibility"] } }));
};

keep(
  "signed out",
  await navigation(page, address, { config: desktopConfig, flags: { onlyCategories: ["accessibility", "performance"] } }),
);
await page.setViewport({ width: 1280, height: 900 });
await page.goto(address);
await (await page.waitForSelector(".govuk-button--start")).click();
await page.waitForSelector("input[name=username]");
await page.type("input[name=username]", email);
await page.type("input[name=password]", password);
await page.click("button[type=submit], input[type=submit]");
await look("home", ".cm-list tbody tr");
await page.goto(`${address}/sheets/${sheet}`);
await look("entering marks", "[data-column=mark]");
for (const [name, path, ready] of [
  ["check mode", "check", "h1"],
  ["review and submit", "submit", ".cm-counts"],
  ["print", "print", "h1"],
  ["history", "history", ".cm-history li"],
]) {
  await page.goto(`${address}/sheets/${sheet}/${path}`);
  await look(name, ready);
}
await browser.close();
console.log(JSON.stringify(scores));
