// Looks at the HTML report in a real browser: filters, choosing, phone width, dark, print.
//
//     node tests/browser/report.mjs REPORT.html [folder for screenshots]

import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.join(import.meta.dirname, "../..");
const { chromium } = createRequire(path.join(root, "editors/vscode/test/"))("playwright-core");
const [file, pictures = path.join(root, "dist/images")] = process.argv.slice(2);
fs.mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => request.url().startsWith("file:") || wrong.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  const shot = (name) => page.screenshot({ path: path.join(pictures, `report-${name}.png`) });
  await shot("desktop");

  const notes = page.locator(".note:visible");
  const all = await notes.count();
  assert(all > 10, `${all} notes`);
  const family = page.locator('[data-family="placeholder"].note');
  const blanks = await family.count();
  await page.locator('input[data-family="placeholder"]').uncheck();
  assert.equal(await notes.count(), all - blanks);
  assert((await page.locator(".mark.off").count()) > 0);
  await page.locator('input[data-family="placeholder"]').check();
  await page.locator('input[data-severity="error"]').uncheck();
  assert.equal(await page.locator(".note.error:visible").count(), 0);
  await page.locator('input[data-severity="error"]').check();
  assert.equal(await notes.count(), all);

  const mark = page.locator(".mark").nth(8);
  await mark.click();
  const chosen = page.locator(".note.chosen");
  assert.equal(await chosen.count(), (await mark.getAttribute("data-notes")).split(" ").length);
  await page.locator(".note").last().click({ position: { x: 5, y: 5 } });
  assert((await page.locator(".mark.chosen").count()) > 0);

  await page.setViewportSize({ width: 390, height: 844 });
  const [inner, whole] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  assert(whole <= inner, `${whole} wide on a phone of ${inner}`);
  await shot("phone");
  await page.setViewportSize({ width: 1400, height: 1000 });
  const paper = () => page.evaluate(() => getComputedStyle(document.querySelector(".sheet")).backgroundColor);
  const light = await paper();
  await page.emulateMedia({ colorScheme: "dark" });
  assert.notEqual(await paper(), light);
  await shot("dark");
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  assert(await page.locator(".slip").first().isVisible());
  assert(!(await page.locator(".columns").first().isVisible()));
  await page.pdf({ path: path.join(pictures, "report-print.pdf"), format: "A4" });
  assert.deepEqual(wrong, []);
  console.log(`passed: the report in a browser, ${all} notes`);
} finally {
  await browser.close();
}
