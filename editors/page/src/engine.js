// The engine in its worker: requests are answered in order; one that fails for good is started anew.

export class Engine {
  #waiting = new Map();
  #number = 0;
  #worker = null;
  #parts;

  /** `parts` are the script of the worker and what it unpacks; `died` is called when it has. */
  constructor(parts, { progress, died }) {
    this.#parts = parts;
    this.#progress = progress;
    this.#died = died;
  }

  #progress;
  #died;

  /** Start it; resolves when it can be asked. */
  async start() {
    const script = URL.createObjectURL(new Blob([this.#parts.script], { type: "text/javascript" }));
    const worker = new Worker(script);
    this.#worker = worker;
    await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.ready) resolve();
        else if (data.progress) this.#progress(data.progress);
        else if (data.fatal) {
          reject(new Error(data.fatal));
          this.#end(data.fatal);
        } else this.#answer(data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message ?? "worker"));
        this.#end(event.message ?? "worker");
      };
      worker.postMessage({ parts: this.#parts.packed });
    });
    URL.revokeObjectURL(script);
  }

  /** Ask the desk (speechlint/desk.py); resolves to its table, or rejects with its Chinese message. */
  ask(name, table = {}, data = null) {
    const number = ++this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage({ number, name, table, data });
    });
  }

  #answer({ number, table, data }) {
    const waiting = this.#waiting.get(number);
    if (!waiting) return;
    this.#waiting.delete(number);
    const found = JSON.parse(table);
    if (found.error) waiting.reject(new Refusal(found.error));
    else waiting.resolve(data ?? found);
  }

  #end(reason) {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
    this.#died(reason);
  }
}

/** What the engine says is wrong, for the user to mend. */
export class Refusal extends Error {}
