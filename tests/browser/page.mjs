// Uses the offline page as a secretary would, from disk and with the network cut.
//
//     node tests/browser/page.mjs PAGE.html INPUT OUTPUT
//
// INPUT holds word.docx, gbk.txt, house.csv (tests/editors/test_page.py makes them) and, in
// equal/, drafts whose reports and fixes are to be those of the command. What the page exports
// goes to OUTPUT, with result.json and screenshots.

import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { equal } from "./equal.mjs";

const root = path.join(import.meta.dirname, "../..");
const { chromium } = createRequire(path.join(root, "editors/vscode/test/"))("playwright-core");
const [file, input, output] = process.argv.slice(2);
const address = pathToFileURL(path.resolve(file)).href;
const given = (name) => path.join(input, name);
const TEXT = "今年，XX市安排了38个项目。\n截止目前，XX市江洲区已开工。\n";
const PATIENCE = 60_000;
const LONGEST_FREEZE = 1500; // ms between two frames: a guard, on a busy machine

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
const wrong = [];
const result = { browser: browser.version() };

async function opened(prepare = () => {}) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1366, height: 768 }, acceptDownloads: true });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => /^(file|blob):/.test(request.url()) || wrong.push(request.url()));
  page.setDefaultTimeout(PATIENCE);
  page.on("dialog", (dialog) => dialog.accept());
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`));
  });
  await page.addInitScript(prepare);
  await page.goto(address);
  return page;
}

try {
  const page = await opened(() => {
    const Real = Worker;
    window.Worker = class extends Real {
      constructor(...given) {
        super(...given);
        window.lastWorker = this;
      }
    };
  });
  const shot = (name) => page.screenshot({ path: path.join(output, `page-${name}.png`) });
  const note = (rule) => page.locator(`.note[data-rule="${rule}"]`);
  const raw = () => page.locator(".cm-content").evaluate((e) => [...e.querySelectorAll(".cm-line")].map((l) => l.textContent).join("\n"));
  const fresh = () => page.waitForFunction(() => document.documentElement.dataset.ready && !document.body.classList.contains("stale"));
  const settled = async (test) => {
    await fresh();
    await page.waitForFunction(test);
  };
  const saved = async (kind, name) => {
    const download = page.waitForEvent("download");
    await page.click("#export summary");
    await page.click(`[data-save="${kind}"]:visible`);
    await (await download).saveAs(path.join(output, name));
  };
  const open = async (name) => {
    await page.setInputFiles("#file", given(name));
    await page.waitForFunction((n) => document.getElementById("name").textContent === n, path.basename(name));
    await fresh();
    await page.waitForSelector("#notes li");
  };

  // Ready, and a text that is pasted.
  await shot("loading");
  await page.waitForFunction(() => document.documentElement.dataset.ready);
  result.ready = Number(await page.evaluate(() => document.documentElement.dataset.ready));
  await shot("welcome");
  const paste = (text) =>
    page.evaluate((words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", words);
      document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, text);
  await paste(TEXT);
  await page.waitForSelector(".note");
  assert.deepEqual(await page.locator(".note").evaluateAll((all) => all.map((n) => n.dataset.rule)), ["placeholder.mask", "word.as-of", "placeholder.mask"]);
  assert.equal(await page.locator(".cm-found").count(), 3);
  assert(await page.locator("#undo").isDisabled());

  // One fix, undone and made again; typing.
  await note("word.as-of").click();
  await note("word.as-of").getByText("改正", { exact: true }).click();
  await settled(() => document.querySelectorAll(".note").length === 2);
  assert.equal(await raw(), TEXT.replace("截止", "截至"));
  await page.click("#undo");
  await settled(() => document.querySelectorAll(".note").length === 3);
  assert.equal(await raw(), TEXT);
  await page.click("#mend");
  await settled(() => document.querySelectorAll(".note").length === 2);
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("报名截止目前为止。", { delay: 20 });
  await settled(() => document.querySelector('.note[data-rule="word.as-of"]'));
  await page.locator(".cm-content").press("Control+z");
  await settled(() => !document.querySelector('.note[data-rule="word.as-of"]'));

  // A blank filled everywhere, and undone at once.
  await page.click("#fill");
  await shot("fill");
  await page.fill('#blanks input[data-name="XX市"]', "江州市");
  await page.keyboard.press("Enter");
  await settled(() => !document.querySelector('.note[data-rule="placeholder.mask"]'));
  assert.equal((await raw()).split("江州市").length, 3);
  await page.click("#undo");
  await settled(() => document.querySelectorAll('.note[data-rule="placeholder.mask"]').length === 2);

  // One's own words: a wrong table is refused, a right one holds; a file as well as a text.
  await page.click("#settings");
  await page.fill("#words", "江洲,江洲");
  await page.click("#setting-done");
  await page.waitForFunction(() => document.getElementById("setting-fault").textContent);
  result.fault = await page.textContent("#setting-fault");
  await page.fill("#words", "江洲,江州,以地名志为准");
  await page.click("#setting-done");
  await settled(() => document.querySelector('.note[data-rule="word.house"]'));
  await page.click("#settings");
  await page.fill("#words", "");
  const chooser = page.waitForEvent("filechooser");
  await page.click('[data-list="words"]');
  await (await chooser).setFiles(given("house.csv"));
  await page.waitForFunction(() => document.querySelector('[data-chosen="words"]').textContent === "house.csv");
  await shot("settings");
  await page.click("#setting-done");
  await settled(() => document.querySelector('.note[data-rule="word.house"]')?.textContent.includes("江州新区"));

  // What is not to be reported again, and is after all.
  await note("word.house").click();
  await note("word.house").getByText("忽略这一处").click();
  await settled(() => !document.querySelector('.note[data-rule="word.house"]'));
  await note("placeholder.mask").first().click();
  await note("placeholder.mask").first().getByText("不查这一条").click();
  await settled(() => !document.querySelector(".note"));
  await page.click("#settings");
  await page.locator("#silences button").first().click();
  await page.locator("#silences button").first().click();
  await page.click("#setting-done");
  await settled(() => document.querySelectorAll(".note").length === 3);

  // Another encoding, other line ends: all kept. Filters, keys, print, dark, narrow.
  await open("gbk.txt");
  await page.waitForSelector(".note");
  assert.equal(await page.textContent("#facts"), "GBK · Windows 换行");
  const all = await page.locator(".note").count();
  const blanks = await page.locator('.note[data-rule^="placeholder."]').count();
  assert(blanks > 0 && all > blanks);
  await page.locator("#filters .placeholder").click();
  assert.equal(await page.locator(".note").count(), all - blanks);
  await page.locator("#filters .placeholder").click();
  await page.keyboard.press("F8");
  await page.keyboard.press("F8");
  const chosen = await page.locator(".note.chosen").count();
  assert.equal(chosen, 1);
  assert((await page.locator(".cm-found.chosen").count()) > 0);
  await shot("draft");
  await page.locator(".cm-found.warning").first().click();
  assert.equal(await page.locator(".note.warning.chosen").count(), 1);
  await page.emulateMedia({ colorScheme: "dark" });
  await shot("dark");
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator("#slip tbody tr").count(), all);
  assert(await page.locator("#slip").isVisible());
  await page.pdf({ path: path.join(output, "page-print.pdf"), format: "A4" });
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 390, height: 844 });
  await shot("phone");
  const wide = await page.evaluate(() => [...document.querySelectorAll("#app *")].filter((e) => e.getBoundingClientRect().right > innerWidth).map((e) => e.outerHTML.slice(0, 80)));
  assert.deepEqual(wide, []);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.click("#mend");
  await settled(() => document.getElementById("mend").disabled);
  await saved("draft", "gbk-mended.txt");
  await saved("html", "gbk.html");

  // A Word file, dropped: comments, corrections, tracked ones.
  const data = fs.readFileSync(given("word.docx")).toString("base64");
  await page.evaluate((text) => {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], "word.docx"));
    document.getElementById("editor").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, data);
  await page.waitForFunction(() => document.getElementById("name").textContent === "word.docx");
  await page.waitForSelector(".note");
  assert(await page.locator("#word").isVisible());
  await saved("comments", "word-comments.docx");
  await page.click("#mend");
  await settled(() => document.getElementById("mend").disabled);
  await page.click("#fill");
  await page.fill('#blanks input[data-name="XX市"]', "江州市");
  await page.click('#filling button[value="fill"]');
  await settled(() => !document.querySelector('.note[data-rule="placeholder.mask"]'));
  await shot("word");
  await saved("draft", "word-mended.docx");
  await saved("tracked", "word-tracked.docx");
  await page.click("#undo");
  await settled(() => document.querySelector('.note[data-rule="placeholder.mask"]'));
  await page.click("#undo");
  await settled(() => !document.getElementById("mend").disabled);
  await saved("draft", "word-undone.docx");

  // What cannot be read is told, and the draft stays.
  await page.setInputFiles("#file", given("broken.docx"));
  await page.waitForFunction(() => document.getElementById("toast").textContent.startsWith("broken.docx："));
  result.broken = await page.textContent("#toast");
  assert.equal(await page.textContent("#name"), "word.docx");

  // A long draft: the page answers while it is checked.
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const started = Date.now();
  await open("long.txt");
  await page.waitForSelector(".note");
  result.long = { checked: Date.now() - started, found: await page.textContent("#summary") };
  await page.evaluate(() => (window.longest = 0));
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("截止目前，工作进展顺利。", { delay: 60 });
  await page.keyboard.press("Enter");
  const typed = Date.now();
  await settled(() => document.querySelector(".note").dataset.rule === "word.as-of");
  result.long.again = Date.now() - typed;
  result.long.freeze = Math.round(await page.evaluate(() => window.longest));
  assert(result.long.freeze < LONGEST_FREEZE, `no frame for ${result.long.freeze} ms`);

  // The engine ends by accident: it is started again, and nothing is lost.
  const expected = wrong.length;
  await page.evaluate(() => {
    delete document.documentElement.dataset.ready;
    window.lastWorker.dispatchEvent(new ErrorEvent("error", { message: "for the test" }));
  });
  await page.waitForFunction(() => document.documentElement.dataset.ready);
  assert.deepEqual(wrong.splice(expected), ["speechlint: for the test"]);
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("截止目前，工作进展顺利。");
  await page.keyboard.press("Enter");
  await settled(() => document.querySelectorAll('.note[data-rule="word.as-of"]').length > 1);
  await page.context().close();

  // A browser that lacks something is told so.
  const old = await opened(() => delete window.DecompressionStream);
  assert.match(await old.textContent("#unsupported-text"), /太旧.*DecompressionStream.*109/);
  assert(!(await old.locator("#app").isVisible()));
  await old.screenshot({ path: path.join(output, "page-old.png") });
  await old.context().close();

  // The same engine: reports and fixes of whole drafts.
  result.equal = await equal(await opened(), file, given("equal"), output);
  assert.deepEqual(wrong, []);
  fs.writeFileSync(path.join(output, "result.json"), JSON.stringify(result));
  console.log(`passed: the offline page in Chromium ${result.browser}, ready in ${result.ready} ms, ${JSON.stringify(result.long)}`);
} catch (error) {
  for (const context of browser.contexts()) {
    for (const page of context.pages()) {
      await page.screenshot({ path: path.join(output, "page-failed.png") });
      console.error(await page.textContent("#toast"), await page.textContent("#summary"), wrong);
    }
  }
  throw error;
} finally {
  await browser.close();
}
