// An office's own tables, how strict to be, and what is not to be reported. Nothing is stored.

import { $, element } from "./page.js";

const HEAD = "误,正,说明\n";
const PASTED = "粘贴的词表.csv";

export class Settings {
  #chosen = { words: null, roster: null, facts: null }; // { name, content }
  #held = { pasted: "", preset: "default", chosen: { ...this.#chosen } };
  places = []; // [rule, mark, words]
  allow = [];
  ignore = []; // [rule, title]

  /** `apply` takes a table for the desk, and rejects with what is wrong with it. */
  constructor(apply) {
    this.apply = apply;
    $("settings").addEventListener("click", () => this.#open());
    $("setting-done").addEventListener("click", () => this.#done());
    for (const button of document.querySelectorAll("[data-list]")) {
      button.addEventListener("click", () => this.#choose(button.dataset.list));
    }
    for (const button of document.querySelectorAll("[data-drop]")) {
      button.addEventListener("click", () => this.#take(button.dataset.drop, null));
    }
    $("list").addEventListener("change", async ({ target }) => {
      const [file] = target.files;
      if (file) this.#take(this.#asked, { name: file.name, content: latin(await file.arrayBuffer()) });
      target.value = "";
    });
  }

  #asked = "";

  get table() {
    const files = {};
    const names = {};
    for (const [key, chosen] of Object.entries(this.#lists())) {
      if (!chosen) continue;
      const name = chosen.name in files ? `${key}-${chosen.name}` : chosen.name;
      files[name] = chosen.content;
      names[key] = name;
    }
    return {
      files,
      ...names,
      preset: this.#held.preset,
      allow: this.allow,
      ignore: this.ignore.map(([rule]) => rule),
      places: this.places.map(([rule, mark]) => [rule, mark]),
    };
  }

  #lists() {
    const { pasted, chosen } = this.#held;
    if (chosen.words || !pasted.trim()) return chosen;
    const text = /^\s*[^\n]*误[,\t]/.test(pasted) ? pasted : (pasted.includes("\t") ? HEAD.replaceAll(",", "\t") : HEAD) + pasted;
    return { ...chosen, words: { name: PASTED, content: latin(new TextEncoder().encode(text)) } };
  }

  #open() {
    this.#chosen = { ...this.#held.chosen };
    $("words").value = this.#held.pasted;
    for (const input of document.getElementsByName("preset")) input.checked = input.value === this.#held.preset;
    $("setting-fault").textContent = "";
    this.#draw();
    $("setting").showModal();
  }

  #choose(key) {
    this.#asked = key;
    $("list").click();
  }

  #take(key, file) {
    this.#chosen[key] = file;
    this.#draw();
  }

  #draw() {
    for (const [key, file] of Object.entries(this.#chosen)) {
      document.querySelector(`[data-chosen="${key}"]`).textContent = file?.name ?? "没有";
      document.querySelector(`[data-drop="${key}"]`).hidden = !file;
    }
    $("words").disabled = Boolean(this.#chosen.words);
    const rows = [
      ...this.places.map((row) => [`这一处：“${row[2]}”`, this.places, row]),
      ...this.allow.map((word) => [`这个词：“${word}”`, this.allow, word]),
      ...this.ignore.map((row) => [`这条规则：${row[1]}`, this.ignore, row]),
    ];
    $("silenced").hidden = !rows.length;
    $("silences").replaceChildren(
      ...rows.map(([label, list, row]) => {
        const click = () => {
          list.splice(list.indexOf(row), 1);
          this.#draw();
        };
        return element("li", {}, `${label} `, element("button", { type: "button", class: "quiet", click }, "恢复"));
      }),
    );
  }

  async #done() {
    const before = this.#held;
    const preset = [...document.getElementsByName("preset")].find((input) => input.checked).value;
    this.#held = { pasted: $("words").value, preset, chosen: { ...this.#chosen } };
    $("setting-done").disabled = true;
    try {
      await this.apply(this.table);
      $("setting").close();
    } catch (error) {
      this.#held = before;
      $("setting-fault").textContent = error.message;
    } finally {
      $("setting-done").disabled = false;
    }
  }
}

/** Bytes as a text that JSON carries: a character each. */
function latin(buffer) {
  const bytes = new Uint8Array(buffer);
  let out = "";
  for (let at = 0; at < bytes.length; at += 8192) out += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return out;
}
