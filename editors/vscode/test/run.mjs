// Tests the built .vsix in a real VS Code workbench (code-server, Chromium).
//
//     node run.mjs ../speechlint.vsix [folder for screenshots]
//
// driver/ asks through VS Code's API inside the workbench; here its answers are compared, and the
// page itself is looked at: squiggles, the problems panel, the status bar.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const here = import.meta.dirname;
const [vsix, pictures = path.join(here, "..", "images")] = process.argv.slice(2);
const entry = path.join(here, "node_modules/code-server/out/node/entry.js");
const root = fs.mkdtempSync(path.join(os.tmpdir(), "speechlint-vscode-"));
const folder = path.join(root, "稿件");
const out = path.join(root, "report.json");
const began = Date.now();
const log = (...words) => console.log(((Date.now() - began) / 1000).toFixed(1), ...words);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const DRAFT = `在全市项目建设推进会上的讲话

同志们：
今天的会议很重要，下面我讲三点意见。
截止目前,XX市安排项目XX个，其中新建12个、续建9个，一共20个😀；XX县完成投资20XX年的两倍。

一、看清形势
今年以来，各级各部门抓得很紧。
三、压实责任
要一件一件落实。
`;
const SHORT = "截止目前,今年开工项目二十个。\n";

fs.mkdirSync(path.join(root, "user/User"), { recursive: true });
fs.mkdirSync(folder);
fs.writeFileSync(path.join(folder, "draft.txt"), DRAFT);
fs.writeFileSync(path.join(folder, "save.txt"), SHORT);
fs.writeFileSync(path.join(folder, "all.txt"), SHORT);
fs.writeFileSync(path.join(root, "config.yaml"), "");
fs.writeFileSync(path.join(root, "user/User/settings.json"), JSON.stringify({
  "telemetry.telemetryLevel": "off",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "extensions.autoCheckUpdates": false,
  "update.mode": "none",
  "editor.wordWrap": "on",
  "editor.fontFamily": "'Noto Sans Mono CJK SC', monospace",
  "editor.unicodeHighlight.ambiguousCharacters": false,
}));

const base = [
  entry, "--config", path.join(root, "config.yaml"),
  "--user-data-dir", path.join(root, "user"), "--extensions-dir", path.join(root, "extensions"),
];
const env = {
  ...process.env,
  SPEECHLINT_TEST_OUT: out,
  SPEECHLINT_TEST_FOLDER: folder,
  EXTENSIONS_GALLERY: '{"serviceUrl":""}', // or it asks a shop on the net
};

function install(file) {
  const done = spawnSync(process.execPath, [...base, "--install-extension", file], { env, encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
}

const driver = path.join(root, "driver.vsix");
const packed = spawnSync("npx", [
  "vsce", "package", "--no-dependencies", "--allow-missing-repository", "--skip-license", "-o", driver,
], { cwd: path.join(here, "driver"), encoding: "utf8", env: { ...process.env, PATH: `${path.join(here, "../node_modules/.bin")}:${process.env.PATH}` } });
assert.equal(packed.status, 0, packed.stderr);
install(path.resolve(vsix));
install(driver);
log("installed");

const server = spawn(process.execPath, [
  ...base, "--auth", "none", "--bind-addr", "127.0.0.1:0",
  "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust",
], { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
let said = "";
for (const stream of [server.stdout, server.stderr]) stream.on("data", (data) => { said += data; });

let browser;
let code = 1;
try {
  let address;
  for (let i = 0; i < 200 && !address; i++) {
    address = said.match(/listening on (http:\/\/\S+)/)?.[1].replace(/\/$/, "");
    await sleep(100);
  }
  assert(address, said);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
  await page.goto(`${address}/?folder=${encodeURI(folder)}`);
  log("page opened");
  for (let i = 0; i < 1800 && !fs.existsSync(out); i++) await sleep(100);
  const report = JSON.parse(fs.readFileSync(out, "utf8"));
  log("driver done:", report.done.join(" "));
  assert.equal(report.error, undefined, `${report.at}: ${report.error}`);
  compare(report);

  fs.mkdirSync(pictures, { recursive: true });
  await page.waitForSelector(".monaco-editor .squiggly-error", { timeout: 30_000 });
  const squiggles = await page.locator(".monaco-editor .squiggly-error").count();
  assert(squiggles >= 5, `${squiggles} squiggles`);
  await page.keyboard.press("Control+Shift+M");
  await page.waitForSelector(".markers-panel .monaco-list-row", { timeout: 20_000 });
  const status = await page.locator("#speechlint\\.speechlint\\.speechlint\\.status, [id*='speechlint.status']").first().innerText();
  assert.match(status, /4/, status);
  await sleep(1000);
  await page.screenshot({ path: path.join(pictures, "vscode.png") });
  await page.locator(".monaco-editor .view-line").nth(4).click({ position: { x: 20, y: 8 } });
  await page.keyboard.press("Control+.");
  await page.waitForSelector(".action-widget", { timeout: 20_000 });
  await sleep(500);
  await page.screenshot({ path: path.join(pictures, "vscode-fix.png") });
  log("passed: squiggles", squiggles, "status:", status);
  code = 0;
} catch (error) {
  console.error(error);
  console.error(said.slice(-2000));
  await browser?.contexts()[0]?.pages()[0]?.screenshot({ path: path.join(os.tmpdir(), "speechlint-vscode-failed.png") });
} finally {
  await browser?.close();
  try { process.kill(-server.pid, "SIGTERM"); } catch { /* it ended by itself */ }
  fs.rmSync(root, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(code);

function compare(report) {
  const codes = report.diagnostics.map(([name]) => name).sort();
  for (const name of ["figure.sum", "numbering.gap", "placeholder.mask", "word.as-of"]) {
    assert(codes.includes(name), `${name} not in ${codes}`);
  }
  // Behind 😀, which is two units of UTF-16.
  const text = DRAFT.split("\n")[4];
  const at = text.indexOf("XX县");
  assert(report.diagnostics.some(([name, line, start]) => name === "placeholder.mask" && line === 4 && start === at));
  assert.match(report.fixed, /^截至目前/);
  assert.match(report.actions[0], /截至目前/);
  assert(report.actions.some((title) => title.includes("不再提示")), report.actions.join());
  assert.match(report.hover, /12\+9=21/);
  assert.deepEqual(report.symbols, ["一、看清形势", "三、压实责任"]);
  assert.deepEqual(report.blanks, ["XX", "XX", "XX"]);
  assert.equal(report.saved, "第一行。\n截至目前，今年开工项目二十个。\n");
  assert.equal(report.all, "截至目前，今年开工项目二十个。\n");
  assert.deepEqual(report.untitled, ["placeholder.mask", "placeholder.mask"]);
  assert.equal(report.filled, "同志们：\n今年江州市安排XX个项目。\n");
  assert(report.ignored.length > 0);
  assert.equal(report.hintsOff, 0);
  assert(report.hints.some((hint) => hint.includes("21")), report.hints.join());
  assert.equal(report.html, "<!doctype html>");
  assert.equal(report.restarted, true);
  assert.equal(report.withoutPython, true);
  log("driver compared");
}
