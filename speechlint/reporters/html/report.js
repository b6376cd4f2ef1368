"use strict";
// Filters hide notes, their marks and their rows; without this script all is shown.
const boxes = [...document.querySelectorAll(".filters input")];
const marks = [...document.querySelectorAll(".mark")];

function shown(kind, value) {
  const box = boxes.find((one) => one.dataset[kind] === value);
  return !box || box.checked;
}

function filter() {
  for (const one of document.querySelectorAll("[data-severity][data-family]")) {
    one.hidden = !(shown("severity", one.dataset.severity) && shown("family", one.dataset.family));
  }
  for (const mark of marks) {
    const notes = mark.dataset.notes.split(" ").map((id) => document.getElementById(id));
    mark.classList.toggle("off", notes.every((note) => note.hidden));
  }
}

function choose(ids) {
  for (const one of document.querySelectorAll(".chosen")) one.classList.remove("chosen");
  for (const id of ids) document.getElementById(id)?.classList.add("chosen");
  for (const mark of marks) {
    if (mark.dataset.notes.split(" ").some((id) => ids.includes(id))) mark.classList.add("chosen");
  }
}

for (const box of boxes) box.addEventListener("change", filter);
for (const mark of marks) {
  mark.addEventListener("click", (event) => {
    const ids = mark.dataset.notes.split(" ").filter((id) => !document.getElementById(id).hidden);
    event.preventDefault();
    choose(ids);
    document.getElementById(ids[0])?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  });
}
for (const note of document.querySelectorAll(".note")) {
  note.addEventListener("click", (event) => {
    if (event.target.closest("a")) return;
    choose([note.id]);
    document.querySelector(".mark.chosen")?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  });
}
const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => window.print());
