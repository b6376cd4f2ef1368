// The draft in CodeMirror: marks, line ends, and for a Word file the steps that changed it.

import { defaultKeymap, history, historyKeymap, invertedEffects, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { ChangeSet, EditorState, StateEffect, StateField, Text } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { endings, joined, Offsets, usual } from "./offsets.js";
import { phrases, theme } from "./theme.js";

const setEnds = StateEffect.define();
const setSteps = StateEffect.define();
const setMarks = StateEffect.define();

const ends = StateField.define({
  create: () => [],
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setEnds)) return effect.value;
    if (!transaction.docChanged) return value;
    const before = transaction.startState.doc;
    const out = [];
    let last = 0;
    transaction.changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
      const first = before.lineAt(fromA).number - 1;
      out.push(...value.slice(last, first));
      const added = inserted.lines - 1;
      if (added) out.push(...new Array(added).fill(usual(value)));
      last = before.lineAt(toA).number - 1;
    });
    return out.concat(value.slice(last));
  },
});

// How a Word file was changed since it was opened; what is undone takes its step along.
const steps = StateField.define({
  create: () => [],
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setSteps)) return effect.value;
    return value;
  },
});

const undone = invertedEffects.of((transaction) => {
  const { startState, state } = transaction;
  const found = [];
  if (startState.field(ends) !== state.field(ends)) found.push(setEnds.of(startState.field(ends)));
  if (startState.field(steps) !== state.field(steps)) found.push(setSteps.of(startState.field(steps)));
  return found;
});

const marks = StateField.define({
  create: () => Decoration.none,
  update(value, transaction) {
    let found = value.map(transaction.changes);
    for (const effect of transaction.effects) if (effect.is(setMarks)) found = effect.value;
    return found;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// A Word file's text changes only by steps that can be made in the file. (What CodeMirror calls
// read-only could not be undone either.)
const unwritable = [
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ tabindex: "0" }),
  EditorState.changeFilter.of((transaction) => ["input.fix", "undo", "redo"].some((name) => transaction.isUserEvent(name))),
];

export class Editor {
  #view;
  #extensions;

  /** `changed` is called when the text has, `chosen` with the numbers of the marks clicked on. */
  constructor(parent, { changed, chosen }) {
    this.#view = new EditorView({ parent, root: parent.getRootNode() });
    this.#extensions = [
      history(),
      undone,
      steps,
      marks,
      search({ top: true }),
      EditorState.phrases.of(phrases),
      EditorView.lineWrapping,
      drawSelection(),
      highlightActiveLine(),
      theme,
      keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.contentAttributes.of({ "aria-label": "讲话稿", lang: "zh-CN", spellcheck: "false" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) changed();
      }),
      EditorView.domEventHandlers({
        click: (event, view) => {
          const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
          if (at !== null && view.state.selection.main.empty) chosen(this.#at(at));
        },
      }),
    ];
  }

  /** Show a text as it stands in a file; a Word file's cannot be typed in. */
  open(raw, { word = false } = {}) {
    const kind = word ? unwritable : [lineNumbers()];
    const state = EditorState.create({
      doc: Text.of(raw.split(/\r\n?|\n/)),
      extensions: [this.#extensions, ends.init(() => endings(raw)), kind],
    });
    this.#view.setState(state);
    this.#view.scrollDOM.scrollTop = 0;
  }

  /** The text as the file has it. */
  get raw() {
    return joined(this.#view.state.doc.iterLines(), this.#view.state.field(ends));
  }

  get steps() {
    return this.#view.state.field(steps);
  }

  get empty() {
    return this.#view.state.doc.length === 0;
  }

  get ending() {
    return usual(this.#view.state.field(ends));
  }

  get undoable() {
    return undoDepth(this.#view.state) > 0;
  }

  get redoable() {
    return redoDepth(this.#view.state) > 0;
  }

  undo() {
    undo(this.#view);
  }

  redo() {
    redo(this.#view);
  }

  focus() {
    this.#view.focus();
  }

  find() {
    openSearchPanel(this.#view);
  }

  /** Make changes step by step, to be undone at once; [start, end, replacement] by code points. */
  change(made) {
    const { state } = this.#view;
    let raw = this.raw;
    let whole = ChangeSet.empty(state.doc.length);
    for (const step of made) {
      const offsets = new Offsets(raw);
      const changes = step.map(([start, end, replacement]) => ({
        from: offsets.place(start),
        to: offsets.place(end),
        insert: Text.of(replacement.split(/\r\n?|\n/)),
      }));
      whole = whole.compose(ChangeSet.of(changes, whole.newLength));
      raw = offsets.changed(step);
    }
    const effects = [setEnds.of(endings(raw)), setSteps.of([...state.field(steps), ...made])];
    this.#view.dispatch({ changes: whole, effects, userEvent: "input.fix" });
  }

  /** Mark places: [{ from, to, number, severity, chosen }] as `place` gives them. */
  mark(places) {
    const ranges = places
      .filter(({ from, to }) => from < to)
      .map(({ from, to, number, severity, chosen }) =>
        Decoration.mark({ class: `cm-found ${severity}${chosen ? " chosen" : ""}`, number }).range(from, to),
      );
    this.#view.dispatch({ effects: setMarks.of(Decoration.set(ranges, true)) });
  }

  /** Select a place, in the middle of the window. */
  show(from, to) {
    const end = this.#view.state.doc.length;
    const selection = { anchor: Math.min(from, end), head: Math.min(to, end) };
    const scroll = EditorView.scrollIntoView(selection.anchor, { y: "center" });
    this.#view.dispatch({ selection, effects: scroll });
  }

  /** Where each mark is now, by its number: what was typed since the check has moved it. */
  places() {
    const found = new Map();
    this.#view.state.field(marks).between(0, this.#view.state.doc.length, (from, to, { spec }) => {
      found.set(spec.number, { from, to });
    });
    return found;
  }

  get cursor() {
    return this.#view.state.selection.main.from;
  }

  #at(position) {
    const found = [];
    this.#view.state.field(marks).between(position, position, (from, to, { spec }) => {
      found.push({ number: spec.number, length: to - from });
    });
    return found.sort((a, b) => a.length - b.length).map(({ number }) => number);
  }
}
