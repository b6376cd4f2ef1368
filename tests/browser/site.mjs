// Looks at the documentation in a real browser, from disk: search in Chinese, phone width, no request to anybody.
//
//     node tests/browser/site.mjs dist/site [folder for screenshots]

import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.join(import.meta.dirname, "../..");
const { chromium } = createRequire(path.join(root, "editors/vscode/test/"))("playwright-core");
const [site, pictures = path.join(root, "dist/images")] = process.argv.slice(2);
fs.mkdirSync(pictures, { recursive: true });

// What is looked for, and which page must come first.
const SEARCHES = [
  ["占位符", /^rules\/placeholder\./],
  ["位符", /^rules\/placeholder\./], // the middle of a word
  ["百分比", /figure/],
  ["个百分点", /figure/],
  ["缺号", /^rules\/numbering\.gap/],
  ["截止", /^rules\/word\.as-of/],
  ["placeholder.mask", /^rules\/placeholder\.mask/],
  ["mask", /^rules\/placeholder\.mask/],
  ["基线", /^start\/repository/],
  ["extend", /^reference\/settings/],
  ["序号 缺", /^rules\/numbering\./],
  ["占位符没填上", /^rules\/placeholder\.mask/], // stands nowhere as it is
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => request.url().startsWith("file:") || wrong.push(request.url()));
  const open = (name) => page.goto(pathToFileURL(path.resolve(site, name)).href);
  const base = pathToFileURL(path.resolve(site)).href + "/";

  await open("index.html");
  const field = page.locator("input.md-search__input");
  const first = page.locator(".md-search-result__item a").first();
  page.setDefaultTimeout(120_000); // a hang guard
  const look = async (words) => {
    await field.click();
    await field.fill(words);
    await page.keyboard.press("Shift"); // the theme listens to keys
  };
  const none = () => page.waitForFunction(() => !document.querySelector(".md-search-result__item"));
  for (const [words, wanted] of SEARCHES) {
    await look("");
    await none(); // of the last search
    await look(words);
    await first.waitFor({ state: "attached" });
    const found = (await first.getAttribute("href")).replace(base, "").replace(/^(\.\/)+/, "");
    console.log(`${words} → ${found}`);
    assert.match(found, wanted, words);
  }
  await look("zzzqqq");
  await page.waitForFunction(() => document.querySelector(".md-search-result__meta").textContent.includes("没有"));
  await look("位符");
  await page.waitForFunction(() => document.querySelectorAll(".md-search-result mark").length > 0);
  await page.screenshot({ path: path.join(pictures, "site-search.png") });
  await first.click();
  await page.waitForURL(/rules\/placeholder\./);

  for (const name of ["index", "en", "figures", "rules/index", "rules/word.organ", "reference/settings", "compare"]) {
    await open(`${name}.html`);
    const width = () => page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    await page.setViewportSize({ width: 390, height: 844 });
    const [inner, whole] = await width();
    assert(whole <= inner, `${name}: ${whole} wide on a phone of ${inner}`);
    await page.screenshot({ path: path.join(pictures, `site-${name.replace("/", "-")}-phone.png`) });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.screenshot({ path: path.join(pictures, `site-${name.replace("/", "-")}.png`) });
  }
  assert.deepEqual(wrong, []);
  console.log("the site works from disk");
} finally {
  await browser.close();
}
