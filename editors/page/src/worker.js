// Python in a worker. Nothing is fetched: what Pyodide asks for by name comes out of the page.

import createPyodideModule from "pyodide/pyodide.asm.mjs";
import { loadPyodide } from "pyodide";
import { decoded, unpacked } from "./unpack.js";

const FOLDER = "/desk";
let desk = null;

self.onmessage = async ({ data }) => {
  try {
    if (data.parts) await start(data.parts);
    else answer(data);
  } catch (error) {
    self.postMessage({ fatal: String(error?.message ?? error).slice(-2000) });
  }
};

async function start(parts) {
  const types = { wasm: "application/wasm", json: "application/json", zip: "application/zip" };
  self.fetch = async (address) => {
    const name = String(address.url ?? address).split("/").pop();
    if (!(name in parts)) throw new Error(`no network: ${name}`);
    const body = unpacked(decoded(parts[name]));
    return new Response(body, { headers: { "Content-Type": types[name.split(".").pop()] } });
  };
  self.postMessage({ progress: "python" });
  const python = await loadPyodide({
    createPyodideModule,
    indexURL: "https://page.invalid/",
    env: { HOME: FOLDER, PYTHONDONTWRITEBYTECODE: "1" },
    fullStdLib: false,
  });
  self.postMessage({ progress: "rules" });
  const site = "/lib/python3.14/site-packages";
  const engine = new Response(unpacked(decoded(parts["engine.zip"])));
  python.unpackArchive(await engine.arrayBuffer(), "zip", { extractDir: site });
  python.FS.mkdirTree(FOLDER);
  desk = python.runPython(`
import os, warnings
os.chdir("${FOLDER}")
warnings.simplefilter("ignore")
from speechlint import shipped
shipped.install()
from speechlint.desk import Desk
Desk()
`);
  self.fetch = async () => {
    throw new Error("no network");
  };
  self.postMessage({ ready: true });
}

function answer({ number, name, table, data }) {
  const found = desk.ask(name, JSON.stringify(table), data ?? new Uint8Array());
  const bytes = found.data?.toJs() ?? null;
  self.postMessage({ number, table: found.text, data: bytes });
  found.destroy();
}
