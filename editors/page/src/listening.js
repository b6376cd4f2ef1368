// What the user does: buttons, keys, drag and drop, the clipboard.

import { $ } from "./page.js";

const dialog = () => document.querySelector("dialog[open]");

/** `acts`: take(file), begin(text), undo(), redo(), mendAll(), fill(), step(by), save(kind), find(), opened() */
export function listen(acts) {
  buttons(acts);
  keys(acts);
  clipboard(acts);
  dropping(acts);
}

function buttons(acts) {
  const choose = () => $("file").click();
  const clicks = {
    open: choose,
    choose,
    blank: () => acts.begin(""),
    undo: acts.undo,
    redo: acts.redo,
    mend: acts.mendAll,
    fill: () => acts.fill(),
    help: () => $("helping").showModal(),
    next: () => acts.step(1),
    previous: () => acts.step(-1),
    print: () => window.print(),
  };
  for (const [id, act] of Object.entries(clicks)) $(id).addEventListener("click", act);
  for (const button of document.querySelectorAll("[data-save]")) {
    button.addEventListener("click", () => acts.save(button.dataset.save));
  }
  $("file").addEventListener("change", ({ target }) => {
    if (target.files[0]) acts.take(target.files[0]);
    target.value = "";
  });
  $("export").addEventListener("click", (event) => {
    if (event.target.closest("summary[aria-disabled=true]")) event.preventDefault();
    else if (event.target.closest(".sheet")) $("export").open = false;
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#export")) $("export").open = false;
  });
}

function keys(acts) {
  const known = {
    F8: () => acts.step(1),
    "Shift+F8": () => acts.step(-1),
    "Ctrl+o": () => $("file").click(),
    "Ctrl+s": () => acts.save("draft"),
    "Ctrl+f": () => acts.find(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") $("export").open = false;
    if (dialog()) return;
    const key = (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.shiftKey ? "Shift+" : "") + event.key;
    if (!known[key]) return;
    event.preventDefault();
    known[key]();
  });
}

function clipboard(acts) {
  document.addEventListener("paste", (event) => {
    if (acts.opened() || dialog()) return;
    const [file] = event.clipboardData.files;
    const text = event.clipboardData.getData("text/plain");
    event.preventDefault();
    if (file) acts.take(file);
    else if (text) acts.begin(text);
  });
}

function dropping(acts) {
  let depth = 0; // every element on the way says that it was entered, and left
  addEventListener("dragenter", (event) => {
    event.preventDefault();
    depth++;
    $("target").hidden = !event.dataTransfer.types.includes("Files");
  });
  addEventListener("dragleave", () => {
    if (--depth <= 0) $("target").hidden = true;
  });
  addEventListener("dragover", (event) => event.preventDefault());
  const dropped = (event) => {
    depth = 0;
    $("target").hidden = true;
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    acts.take(file);
  };
  addEventListener("drop", dropped, true); // before the editor, which would insert the file's bytes
}
