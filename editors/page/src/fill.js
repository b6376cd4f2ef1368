// Blanks that stand for a name: each is asked for once.

import { $, element } from "./page.js";

/** Let the user fill blanks; resolves to Map(name → text), empty where nothing is to be done. */
export function askToFill(fillable, blanks, { first = "", show }) {
  const dialog = $("filling");
  const groups = new Map();
  for (const { name, able } of fillable) {
    const group = groups.get(name) ?? { able: 0, count: 0 };
    group.count++;
    group.able += able;
    groups.set(name, group);
  }
  const rows = [...groups].map(([name, { able, count }]) => {
    const input = element("input", { type: "text", "data-name": name, "aria-label": `“${name}”填什么`, disabled: !able });
    if (!able) input.placeholder = "在自动编号或域里，请在 Word 里填";
    const see = element("button", { type: "button", click: () => show(name) }, name);
    return element("tr", {}, element("td", {}, see), element("td", {}, able === count ? `${count}` : `${able}/${count}`), element("td", {}, input));
  });
  const body = dialog.querySelector("tbody");
  body.replaceChildren(...rows);
  const others = blanks - fillable.length;
  $("vanished").textContent = others > 0 ? `还有 ${others} 处空白各不相同（数字没了、单位没了），请在稿子里逐处补上。` : "";
  dialog.returnValue = "";
  dialog.showModal();
  const inputs = [...body.querySelectorAll("input:not(:disabled)")];
  (inputs.find((input) => input.dataset.name === first) ?? inputs[0])?.focus();
  return new Promise((resolve) => {
    dialog.onclose = () => {
      const filled = inputs.filter((input) => input.value).map((input) => [input.dataset.name, input.value]);
      resolve(new Map(dialog.returnValue === "fill" ? filled : []));
    };
    dialog.querySelector("form").onkeydown = (event) => {
      if (event.key !== "Enter" || event.isComposing || event.target.type !== "text") return;
      event.preventDefault();
      const next = inputs[inputs.indexOf(event.target) + 1];
      if (next) next.focus();
      else dialog.close("fill");
    };
  });
}
