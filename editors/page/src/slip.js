// The 校对单 for print, made when the browser is about to.

import { LEVELS } from "./notes.js";
import { $, element } from "./page.js";

const BESIDE = 12;
const LONGEST = 40;

export function drawSlip(name, found, context) {
  const rows = found.map((d, number) =>
    element(
      "tr",
      {},
      ...[String(number + 1), String(d.start.line), quoted(d, context), `${LEVELS[d.severity]}：${d.message}`, d.fix?.title ?? "", "□"].map((cell) => element("td", {}, cell)),
    ),
  );
  const heads = ["序号", "段落", "原文", "问题", "建议", "采纳"].map((head) => element("th", {}, head));
  $("slip").replaceChildren(
    element("h1", {}, "校对单"),
    element("p", {}, `${name}　共 ${found.length} 处`),
    element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows)),
  );
}

function quoted(d, context) {
  const { start, end } = d.span;
  const before = context.words({ start: Math.max(0, start - BESIDE), end: start }, BESIDE).split("\n").pop();
  const after = context.words({ start: end, end: end + BESIDE }, BESIDE).split("\n")[0];
  const cell = element("span", {}, before, element("b", {}, context.words(d.span, LONGEST)), after);
  return cell;
}
