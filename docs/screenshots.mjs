// Takes the pictures of the pages from the real programs; `make screenshots`.
//
//     node docs/screenshots.mjs REPORT.html [PAGE.html DRAFT.txt]

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.join(import.meta.dirname, "..");
const { chromium } = createRequire(path.join(root, "editors/vscode/test/"))("playwright-core");
const [report, page, draft] = process.argv.slice(2);
const pictures = path.join(root, "docs/pages/assets");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
try {
  const open = async (file) => {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 760 } });
    tab.setDefaultTimeout(300_000); // a hang guard
    await tab.goto(pathToFileURL(path.resolve(file)).href);
    return tab;
  };
  const shot = (tab, name) => tab.screenshot({ path: path.join(pictures, `${name}.png`) });

  const tab = await open(report);
  await tab.locator(".mark").nth(12).scrollIntoViewIfNeeded();
  await tab.locator(".mark").nth(12).click();
  await shot(tab, "report");

  if (page) {
    const desk = await open(page);
    await desk.setInputFiles("#file", draft);
    await desk.locator("#notes > li").first().waitFor();
    await desk.locator("#notes > li").nth(7).click();
    await desk.waitForTimeout(500);
    await shot(desk, "page");
  }
} finally {
  await browser.close();
}
