// The engine's life: unpacked, started, and started anew when it ends; what it says of itself.

import { Engine } from "./engine.js";
import { $ } from "./page.js";
import { decoded, unpacked } from "./unpack.js";

const RESTARTS = 3;
const STAGES = { python: [20, "正在准备：装入运行环境……"], rules: [70, "正在准备：装入规则……"] };

/** What the page carries, by name, taken out of it: base64 of what gzip made. */
export function packed() {
  const parts = {};
  for (const part of document.querySelectorAll('script[type="text/plain"]')) {
    parts[part.dataset.name] = part.textContent;
    part.remove();
  }
  return parts;
}

export class Desk {
  #parts;
  #acts;
  #engine = null;
  #restarts = 0;
  #settle;
  ready = false;
  /** Resolves when it is ready for the first time, or will never be. */
  started = new Promise((resolve) => (this.#settle = resolve));

  /** `acts.ready` prepares a new engine before `settled` is called. */
  constructor(parts, acts) {
    this.#parts = parts;
    this.#acts = acts;
  }

  part(name) {
    return new Response(unpacked(decoded(this.#parts[name]))).text();
  }

  ask(...request) {
    return this.#engine.ask(...request);
  }

  async start() {
    const started = performance.now();
    try {
      const script = await this.part("worker.js");
      this.#engine ??= new Engine({ script, packed: this.#parts }, {
        progress: (stage) => say(...STAGES[stage]),
        died: (reason) => this.#died(reason),
      });
      await this.#engine.start();
      await this.#acts.ready();
    } catch {
      return; // `died` has been told
    }
    this.ready = true;
    say(100, `就绪（${((performance.now() - started) / 1000).toFixed(1)} 秒）`);
    $("progress").hidden = true;
    document.documentElement.dataset.ready = String(Math.round(performance.now()));
    this.#settle();
    this.#acts.settled();
  }

  #died(reason) {
    console.error(`speechlint: ${reason}`);
    this.ready = false;
    $("progress").hidden = false;
    if (++this.#restarts > RESTARTS) {
      say(0, "校对程序起不来。稿子还在，可以继续写；请换一个浏览器再试。");
      this.#settle();
      return;
    }
    say(5, "校对程序出了意外，正在重新启动；稿子还在……");
    this.start();
  }
}

function say(value, text) {
  $("progress").value = value;
  $("engine").textContent = text;
}
