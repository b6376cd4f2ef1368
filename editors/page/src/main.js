// The page: one draft, the engine, and what passes between them.

import { Editor } from "./editor.js";
import { Desk, packed } from "./desk.js";
import { Refusal } from "./engine.js";
import { askToFill } from "./fill.js";
import { listen } from "./listening.js";
import { Notes } from "./notes.js";
import { Offsets } from "./offsets.js";
import { $, download, toast } from "./page.js";
import { copyName, sayFound, sayOpened } from "./saying.js";
import { Settings } from "./settings.js";
import { drawSlip } from "./slip.js";

const PAUSE = 300; // milliseconds without a change before a check
const UNTITLED = "未命名.txt";

let draft = null; // { name, word, data, encoding, bom }; `data` are the bytes of a file
let found = null; // what the last check said, of version `found.version`
let offsets = new Offsets("");
let version = 0;
let saved = 0; // the version that was last written to a file
let checking = false;
let again = false;
let timer = 0;
let pause = PAUSE;

const editor = new Editor($("editor").attachShadow({ mode: "open" }), {
  changed: () => {
    version++;
    restate();
    schedule();
  },
  chosen: (numbers) => {
    const number = numbers.find((n) => found && notes.visible(found.diagnostics[n]));
    if (number !== undefined) notes.choose(number);
  },
});

const notes = new Notes({
  show: (number) => {
    const place = editor.places().get(number);
    if (place) editor.show(place.from, place.to);
  },
  related: (span) => editor.show(offsets.place(span.start), offsets.place(span.end)),
  mend: (numbers) => current() && change([disjoint(numbers.map((n) => found.diagnostics[n].fix))]),
  fill: (number) => fill(named(found.diagnostics[number])),
  silence,
  shown: mark,
});

const settings = new Settings(async (table) => {
  if (!desk.ready) throw new Refusal("还在准备，请稍等几秒再试");
  await agree(table);
  schedule(0);
});

// ---- the engine ----

const desk = new Desk(packed(), {
  ready: async () => {
    await agree(settings.table);
    if (draft) await handOver();
  },
  settled: () => schedule(0),
});

async function agree(table) {
  const answer = await desk.ask("settings", table);
  notes.rules = answer.rules;
  notes.families = answer.families;
}

/** Put the draft as it was handed in on the desk of an engine that is new. */
function handOver() {
  const { name, data } = draft;
  return data ? desk.ask("open", { name }, data) : desk.ask("paste", { name });
}

const request = () => (draft.word ? { steps: editor.steps } : { text: editor.raw });

// ---- checking ----

function schedule(after = pause) {
  clearTimeout(timer);
  timer = setTimeout(check, after);
}

async function check() {
  if (!desk.ready || !draft) return;
  if (checking) {
    again = true;
    return;
  }
  checking = true;
  do {
    again = false;
    const [raw, of, whose] = [editor.raw, version, draft];
    const started = performance.now();
    if (!found) $("summary").textContent = "正在检查……";
    try {
      const result = await desk.ask("check", request());
      pause = Math.max(PAUSE, (performance.now() - started) / 2);
      if (of === version && whose === draft) adopt(raw, of, result); // else it is of an older text
    } catch (error) {
      if (error instanceof Refusal) toast(error.message, 12);
    }
  } while (again && desk.ready);
  checking = false;
}

function adopt(raw, of, result) {
  offsets = new Offsets(raw);
  found = { ...result, version: of };
  const units = [...raw];
  notes.show(found.diagnostics, {
    unit: found.unit,
    words: ({ start, end }, most) => {
      const words = units.slice(start, end);
      return words.length > most ? `${words.slice(0, most).join("")}…` : words.join("");
    },
    fillable: (d) => Boolean(named(d)),
  });
  sayFound(found);
  restate();
}

/** Whether what was found is of the text as it is. */
function current() {
  return found !== null && found.version === version;
}

function mark() {
  if (!current()) return;
  editor.mark(
    found.diagnostics.flatMap((d, number) =>
      notes.visible(d)
        ? [{ from: offsets.place(d.span.start), to: offsets.place(d.span.end), number, severity: d.severity, chosen: number === notes.chosen }]
        : [],
    ),
  );
}

/** Show what can be done now. */
function restate() {
  const fresh = current();
  document.body.classList.toggle("stale", !fresh);
  $("undo").disabled = !editor.undoable;
  $("redo").disabled = !editor.redoable;
  $("mend").disabled = !fresh || !found.diagnostics.some((d) => d.fix?.applicability === "safe");
  $("fill").disabled = !fresh || !found.fillable.length;
  $("export").querySelector("summary").setAttribute("aria-disabled", String(!desk.ready || !draft));
}

// ---- changing ----

function change(steps) {
  if (!steps.some((step) => step.length)) return;
  editor.change(steps);
  schedule(0);
}

/** The edits of fixes, in order; of two that overlap the first. */
function disjoint(fixes) {
  const taken = [];
  for (const { edits } of fixes) {
    const rows = edits.map(({ span, replacement }) => [span.start, span.end, replacement]);
    const clash = rows.some(([s, e]) => taken.some(([start, end]) => (s < end && start < e) || (s === start && e === end)));
    if (!clash) taken.push(...rows);
  }
  return taken.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

async function mendAll() {
  if (!current()) return;
  const of = version;
  $("mend").disabled = true;
  try {
    const { steps, made } = await desk.ask("mend", request());
    if (of !== version) return toast("稿子刚才又改了，没有改正；请再点一次");
    change(steps);
    toast(made ? `改正了 ${made} 处，可以撤销` : "没有要改的：改了会带来别的问题");
  } catch (error) {
    toast(error.message, 12);
  }
  restate();
}

function named(d) {
  return found.fillable.find(({ span }) => span.start < d.span.end && d.span.start < span.end)?.name;
}

async function fill(first) {
  if (!current()) return;
  const of = version;
  const { fillable, blanks } = found;
  const show = (name) => {
    const { span } = fillable.find((one) => one.name === name);
    editor.show(offsets.place(span.start), offsets.place(span.end));
  };
  const filled = await askToFill(fillable, blanks, { first, show });
  if (!filled.size) return;
  if (of !== version) return toast("稿子刚才又改了，没有填；请再填一次");
  const places = fillable.filter(({ name, able }) => able && filled.has(name));
  change([places.map(({ name, span }) => [span.start, span.end, filled.get(name)])]);
  toast(`填了 ${places.length} 处，可以撤销`);
}

async function silence(how, number) {
  if (!current()) return;
  const d = found.diagnostics[number];
  const words = notes.context.words(d.span, 20);
  try {
    if (how === "place") {
      const { mark: place } = await desk.ask("mark", { ...request(), span: d.span });
      settings.places.push([d.rule, place, words]);
    } else if (how === "word") settings.allow.push(words);
    else settings.ignore.push([d.rule, notes.rules[d.rule]?.[0] ?? d.rule]);
    await agree(settings.table);
    toast("好的。在“词表与设置”里可以恢复");
    schedule(0);
  } catch (error) {
    toast(error.message, 12);
  }
}

// ---- opening and saving ----

async function receive({ name, data }) {
  if (version !== saved && !confirm("现在的稿子有没导出的改动，换成新的就没有了。要换吗？")) return;
  if (!desk.ready) toast("还在准备，马上就好……");
  await desk.started;
  try {
    const answer = await desk.ask("open", { name }, data);
    show({ name, word: answer.unit === "paragraph", data, encoding: answer.encoding, bom: answer.bom }, answer.text);
  } catch (error) {
    toast(`${name}：${error.message}`, 15);
    if (draft) await handOver();
  }
}

/** Begin a draft that is in no file. */
async function begun(text) {
  const name = UNTITLED;
  show({ name, word: false, data: null, encoding: "utf-8", bom: false }, text);
  if (desk.ready) await desk.ask("paste", { name });
  if (text) version++; // it stands nowhere else
  schedule(0);
}

function show(opened, text) {
  draft = opened;
  found = null;
  saved = ++version;
  editor.open(text, { word: draft.word });
  sayOpened(draft, editor.ending);
  notes.clear();
  restate();
  editor.focus();
  schedule(0);
}

async function save(kind) {
  if (!desk.ready || !draft) return;
  const of = version;
  const name = copyName(draft, kind);
  const tracked = kind === "tracked";
  try {
    const table = { ...request(), kind: tracked ? "draft" : kind, tracked };
    const data = await desk.ask("save", table);
    download(data, name);
    if (kind === "draft" || tracked) saved = of;
    toast(`已存为“${name}”，在浏览器的下载文件夹里`);
  } catch (error) {
    toast(error.message, 15);
  }
}

// ---- what the user does ----

const step = (by) => {
  const places = [...editor.places()].sort((a, b) => a[0] - b[0]);
  notes.step(by, places.find(([, { from }]) => from >= editor.cursor)?.[0] ?? 0);
};

listen({
  take: async (file) => receive({ name: file.name, data: new Uint8Array(await file.arrayBuffer()) }),
  begin: begun,
  undo: () => editor.undo(),
  redo: () => editor.redo(),
  find: () => draft && editor.find(),
  opened: () => draft !== null,
  mendAll,
  fill,
  step,
  save,
});
addEventListener("beforeprint", () => {
  const shown = found?.diagnostics.filter((d) => notes.visible(d)) ?? [];
  drawSlip(draft?.name ?? "", shown, notes.context);
});
addEventListener("beforeunload", (event) => {
  if (version !== saved) event.preventDefault();
});

$("unsupported").hidden = true;
$("app").hidden = false;
$("example").addEventListener("click", async () => {
  receive({ name: "例子.txt", data: new TextEncoder().encode(await desk.part("example.txt")) });
});
desk.start();
