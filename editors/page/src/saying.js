// What the page says of a draft and of what was found in it, in words.

import { $, element } from "./page.js";

const ENCODINGS = { "utf-8": "UTF-8", gb18030: "GBK", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-32-le": "UTF-32", "utf-32-be": "UTF-32" };
const ENDINGS = { "\n": "", "\r\n": "Windows 换行", "\r": "旧 Mac 换行" };

export function sayOpened(draft, ending) {
  $("welcome").hidden = true;
  $("editor").hidden = false;
  $("word").hidden = !draft.word;
  $("name").textContent = draft.name;
  const bom = draft.bom && draft.encoding === "utf-8" ? "（带 BOM）" : "";
  const facts = draft.word ? ["Word 稿"] : [`${ENCODINGS[draft.encoding]}${bom}`, ENDINGS[ending]];
  $("facts").textContent = facts.filter(Boolean).join(" · ");
  for (const button of document.querySelectorAll("[data-for]")) {
    button.hidden = button.dataset.for !== (draft.word ? "paragraph" : "line");
  }
}

export function sayFound({ diagnostics, blanks, fillable, errors, characters, seconds }) {
  $("warnings").hidden = !errors.length;
  $("warnings").replaceChildren(...errors.map((text) => element("p", {}, text)));
  const left = blanks ? `，待填 ${blanks} 处` : "";
  $("summary").textContent = diagnostics.length ? `发现 ${diagnostics.length} 处${left}` : `没有发现问题${left}`;
  const safe = diagnostics.filter((d) => d.fix?.applicability === "safe").length;
  $("mend").textContent = safe ? `改正有把握的（${safe}）` : "改正有把握的";
  $("fill").textContent = fillable.length ? `填空（${fillable.length}）` : "填空";
  $("length").textContent = `${characters.toLocaleString("zh-CN")} 字，念完约 ${duration(seconds)}`;
}

function duration(seconds) {
  const minutes = Math.floor(seconds / 60);
  return minutes ? `${minutes} 分 ${seconds % 60} 秒` : `${seconds} 秒`;
}

/** The name of a copy of a draft. */
export function copyName({ name, word }, kind) {
  const [, stem, ending = ".txt"] = /^(.*?)(\.[^.]*)?$/.exec(name);
  const names = {
    draft: `-改后${word ? ".docx" : ending}`,
    tracked: "-修订.docx",
    comments: "-批注.docx",
    html: "-校对报告.html",
  };
  return stem + names[kind];
}
