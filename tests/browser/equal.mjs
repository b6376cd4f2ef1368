// Asks the page's own worker, in the browser, for what the command would say of whole drafts.

import fs from "node:fs";
import path from "node:path";

/** Write NAME.json, NAME.html, NAME.steps and, of a Word file, NAME.fixed; return how many drafts. */
export async function equal(page, file, folder, output) {
  const parts = {};
  for (const [, name, data] of fs.readFileSync(file, "utf8").matchAll(/<script type="text\/plain" data-name="([^"]+)">([^<]*)</g)) {
    parts[name] = data;
  }
  await page.evaluate(async (packed) => {
    const bytes = Uint8Array.from(atob(packed["worker.js"]), (c) => c.charCodeAt(0));
    const script = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
    const waiting = [];
    worker.onmessage = ({ data }) => !data.progress && waiting.shift()(data);
    const told = (message) => {
      worker.postMessage(message);
      return new Promise((resolve) => waiting.push(resolve));
    };
    await told({ parts: packed });
    window.ask = async (name, table, data) => {
      const answer = await told({ number: 1, name, table, data });
      return answer.data ? { data: btoa(Array.from(answer.data, (b) => String.fromCharCode(b)).join("")) } : JSON.parse(answer.table ?? `{"error": "${answer.fatal}"}`);
    };
    await window.ask("settings", {});
  }, parts);
  const names = fs.readdirSync(folder).sort();
  for (const name of names) {
    const found = await page.evaluate(
      async ([file, text]) => {
        const opened = await window.ask("open", { name: file }, Uint8Array.from(atob(text), (c) => c.charCodeAt(0)));
        if (opened.error) return { error: opened.error };
        const now = { text: opened.text, steps: [] };
        const json = await window.ask("save", { ...now, kind: "json" });
        const html = await window.ask("save", { ...now, kind: "html" });
        const { steps } = await window.ask("mend", now);
        const fixed = opened.unit === "paragraph" ? await window.ask("save", { steps, kind: "draft" }) : null;
        return { json: json.data, html: html.data, steps, fixed: fixed?.data };
      },
      [name, fs.readFileSync(path.join(folder, name)).toString("base64")],
    );
    if (found.error) throw new Error(`${name}: ${found.error}`);
    const write = (ending, data) => fs.writeFileSync(path.join(output, name + ending), data);
    write(".json", Buffer.from(found.json, "base64"));
    write(".html", Buffer.from(found.html, "base64"));
    write(".steps", JSON.stringify(found.steps));
    if (found.fixed) write(".fixed", Buffer.from(found.fixed, "base64"));
  }
  return names.length;
}
