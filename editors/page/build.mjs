// Builds speechlint.html: the page, Python and the engine in one file that opens from disk.
//
//     node build.mjs LIBS OUT.html      (LIBS as editors/libs.py makes it; `make page` does both)
//
// Rules, expressions and modules are compiled by the very Python that will run them.

import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { loadPyodide } from "pyodide";

const TARGET = "chrome109";
const LARGEST = 15e6; // bytes
const here = import.meta.dirname;
const [libs, out] = process.argv.slice(2).map((name) => path.resolve(name));
const runtime = path.dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
const source = (name) => fs.readFileSync(path.join(here, "src", name), "utf8");

async function bundled(entry, more = {}) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(here, "src", entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: TARGET,
    legalComments: "none",
    logLevel: "warning",
    ...more,
  });
  return outputFiles[0].text;
}

/** The engine as the page's Python wants it, in a zip file. */
async function prepared() {
  const python = await loadPyodide({ indexURL: runtime, env: { PYTHONHASHSEED: "0", HOME: "/" } });
  python.mountNodeFS("/libs", libs);
  python.mountNodeFS("/examples", path.join(here, "../../examples"));
  python.mountNodeFS("/editors", path.join(here, ".."));
  python.runPython("import runpy; runpy.run_path('/editors/page/prepare.py', run_name='__main__')");
  return python.FS.readFile("/engine.zip");
}

/** Raise an error where the engine does not start from its zip file, as it will in the page. */
async function prove(engine) {
  const python = await loadPyodide({ indexURL: runtime, env: { HOME: "/" } });
  python.unpackArchive(engine, "zip", { extractDir: "/lib/python3.14/site-packages" });
  python.runPython(`
import warnings
warnings.simplefilter("ignore")
from speechlint import shipped
shipped.install()
from speechlint.desk import Desk
assert "placeholder.mask" in Desk().ask("check", '{"text": "今年XX市安排项目。"}').text
`);
}

/** Python's library without what the page has no use for, and not compressed twice. */
async function library() {
  const python = await loadPyodide({ indexURL: runtime, env: { PYTHONHASHSEED: "0", HOME: "/" } });
  python.mountNodeFS("/editors", path.join(here, ".."));
  python.FS.writeFile("/full.zip", fs.readFileSync(path.join(runtime, "python_stdlib.zip")));
  python.runPython("import runpy; runpy.run_path('/editors/page/library.py', run_name='__main__')");
  return python.FS.readFile("/python_stdlib.zip");
}

const lock = JSON.parse(fs.readFileSync(path.join(runtime, "pyodide-lock.json"), "utf8"));
const parts = {
  "worker.js": await bundled("worker.js", {
    // Branches for Node are not taken in a browser.
    external: ["node:*", "ws"],
    define: { "import.meta.url": '"https://page.invalid/pyodide.mjs"' },
  }),
  "pyodide.asm.wasm": fs.readFileSync(path.join(runtime, "pyodide.asm.wasm")),
  "python_stdlib.zip": await library(),
  "pyodide-lock.json": JSON.stringify({ ...lock, packages: {} }),
  "engine.zip": await prepared(),
  "example.txt": fs.readFileSync(path.join(here, "../../examples/draft.txt")),
};

await prove(parts["engine.zip"]);
const style = (await esbuild.transform(source("page.css"), { loader: "css", minify: true, target: TARGET })).code.trim();
const script = `if (window.supported) {\n${(await bundled("main.js")).trim()}\n}`;
const support = source("support.js").trim();
const version = /^__version__ = "(.+)"$/m.exec(fs.readFileSync(path.join(here, "../../speechlint/__init__.py"), "utf8"))[1];
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = [
  "default-src 'none'",
  `script-src ${hash(support)} ${hash(script)} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const packed = Object.entries(parts).map(([name, data]) => {
  const text = gzipSync(data, { level: 9 }).toString("base64");
  console.log(`${name.padEnd(20)} ${(text.length / 1e6).toFixed(2).padStart(6)} MB`);
  return `<script type="text/plain" data-name="${name}">${text}</script>`;
});
const holes = { policy, version, style, script, support, parts: packed.join("\n") };
const page = source("index.html").replace(/\{\{(\w+)\}\}/g, (_, name) => holes[name]);
if (/<\/(script|style)/i.test(script + style + support)) throw new Error("a tag would end too early");
fs.mkdirSync(path.dirname(out), { recursive: true });
fs.writeFileSync(out, page);
const size = Buffer.byteLength(page);
console.log(`${path.relative(process.cwd(), out)}: ${(size / 1e6).toFixed(2)} MB`);
if (size > LARGEST) throw new Error(`larger than ${LARGEST / 1e6} MB`);
