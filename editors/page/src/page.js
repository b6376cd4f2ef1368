// Small things of the page that several parts need.

export const $ = (id) => document.getElementById(id);

/** An element: tag, attributes (a function is a listener), children. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

let hiding = 0;

/** Say something in passing. */
export function toast(text, seconds = 5) {
  const box = $("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (box.hidden = true), seconds * 1000);
}

const TYPES = {
  html: "text/html",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** Hand a file to the user. */
export function download(bytes, name) {
  const type = TYPES[name.split(".").pop()] ?? "text/plain";
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
