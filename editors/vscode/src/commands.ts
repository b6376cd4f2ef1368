// The commands of the palette.

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { activeDraft, ask, type Statistics } from "./drafts";
import { readingTime } from "./status";

type Get = () => LanguageClient | undefined;

interface Place {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export function register(client: Get, pages: vscode.EventEmitter<vscode.Uri>): vscode.Disposable[] {
  const texts = new Map<string, string>();
  const on = (name: string, run: (...args: never[]) => unknown) =>
    vscode.commands.registerCommand(`speechlint.${name}`, run);
  return [
    on("goToNextBlank", () => goToNextBlank(client)),
    on("fillBlankEverywhere", () => fillEverywhere(client)),
    on("fixAll", fixAll),
    on("explainRule", (rule?: string) => explain(client, texts, pages, rule)),
    on("showStatistics", () => showStatistics(client)),
    on("exportReport", (target?: vscode.Uri) => exportReport(client, target)),
    vscode.workspace.registerTextDocumentContentProvider("speechlint", {
      onDidChange: pages.event,
      provideTextDocumentContent: (uri) => texts.get(uri.path) ?? "",
    }),
  ];
}

async function goToNextBlank(client: Get): Promise<void> {
  const editor = activeDraft();
  if (!editor) {
    return;
  }
  const { document, selection } = editor;
  const range = await ask<Place | null>(
    client(), "speechlint.nextBlank", document.uri.toString(), selection.start,
  );
  if (!range) {
    void vscode.window.showInformationMessage(vscode.l10n.t("No blanks are left in this draft."));
    return;
  }
  const place = toRange(range);
  editor.selection = new vscode.Selection(place.start, place.end);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function fillEverywhere(client: Get): Promise<void> {
  const editor = activeDraft();
  if (!editor) {
    return;
  }
  // On a blank the server's own question (rename) is asked; elsewhere first go to one.
  const uri = editor.document.uri;
  let position = editor.selection.start;
  let place = await blankAt(uri, position);
  if (!place) {
    await goToNextBlank(client);
    position = editor.selection.start;
    place = await blankAt(uri, position);
  }
  if (!place) {
    return;
  }
  const name = place.placeholder;
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t("Fill every “{0}” of this draft", name),
    prompt: vscode.l10n.t("What it is to be everywhere"),
    value: name,
    valueSelection: [0, name.length],
    validateInput: (value) => (value.trim() ? undefined : vscode.l10n.t("Write something.")),
  });
  if (text === undefined || text === name) {
    return;
  }
  await fill(client, uri.toString(), name, text);
}

export async function fill(client: Get, uri: string, name: string, text: string): Promise<void> {
  const count = await ask<number>(client(), "speechlint.fillBlank", uri, name, text);
  void vscode.window.setStatusBarMessage(
    vscode.l10n.t("“{0}” was filled in {1} places.", name, count ?? 0), 5000,
  );
}

// Ask for the words to fill a blank with: the quick fix sends the name and leaves the text open.
export async function asked(client: Get, uri: string, name: string): Promise<void> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t("Fill every “{0}” of this draft", name),
    prompt: vscode.l10n.t("What it is to be everywhere"),
    value: name,
    valueSelection: [0, name.length],
  });
  if (text !== undefined && text !== name && text.trim()) {
    await fill(client, uri, name, text);
  }
}

async function blankAt(
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<{ range: vscode.Range; placeholder: string } | undefined> {
  try {
    return await vscode.commands.executeCommand("vscode.prepareRename", uri, position);
  } catch {
    return undefined; // nothing to fill here
  }
}

async function fixAll(): Promise<void> {
  await vscode.commands.executeCommand("editor.action.codeAction", {
    kind: "source.fixAll.speechlint",
    apply: "first",
  });
}

async function explain(
  client: Get,
  texts: Map<string, string>,
  pages: vscode.EventEmitter<vscode.Uri>,
  named?: string,
): Promise<void> {
  const rule = named ?? ruleAtCursor() ?? (await picked(client));
  if (!rule) {
    return;
  }
  const text = await ask<string | null>(client(), "speechlint.explain", rule);
  if (!text) {
    return;
  }
  const uri = vscode.Uri.from({ scheme: "speechlint", path: `${rule}.md` });
  texts.set(uri.path, text);
  pages.fire(uri);
  // Not awaited: it ends when the preview has drawn itself, which a window in the background puts off.
  void vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
}

function ruleAtCursor(): string | undefined {
  const editor = activeDraft();
  const here = editor && vscode.languages
    .getDiagnostics(editor.document.uri)
    .find((d) => d.source === "speechlint" && d.range.contains(editor.selection.active));
  const code = here?.code;
  return code === undefined ? undefined : String(typeof code === "object" ? code.value : code);
}

async function picked(client: Get): Promise<string | undefined> {
  const rules = await ask<[string, string][]>(client(), "speechlint.rules");
  const items = (rules ?? []).map(([label, description]) => ({ label, description }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Which rule?"),
    matchOnDescription: true,
  });
  return chosen?.label;
}

async function showStatistics(client: Get): Promise<void> {
  const editor = activeDraft();
  const found = editor
    && (await ask<Statistics>(client(), "speechlint.statistics", editor.document.uri.toString()));
  if (!found) {
    return;
  }
  const parts = [
    vscode.l10n.t("{0} errors, {1} warnings, {2} notes", found.error, found.warning, found.info),
    vscode.l10n.t("{0} blanks left", found.blanks),
  ];
  if (found.characters) {
    parts.unshift(vscode.l10n.t("{0} characters", found.characters));
  }
  if (found.seconds) {
    parts.push(readingTime(found.seconds));
  }
  void vscode.window.showInformationMessage(parts.join(vscode.l10n.t("; ")));
}

async function exportReport(client: Get, target?: vscode.Uri): Promise<void> {
  const editor = activeDraft();
  const html = editor
    && (await ask<string | null>(client(), "speechlint.report", editor.document.uri.toString()));
  if (!html) {
    return;
  }
  const draft = editor.document.uri;
  const file = target ?? (await vscode.window.showSaveDialog({
    defaultUri: draft.scheme === "file"
      ? draft.with({ path: draft.path.replace(/\.[^./]*$/, "") + ".html" })
      : undefined,
    filters: { HTML: ["html"] },
  }));
  if (!file) {
    return;
  }
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(html));
  if (!target) {
    const open = vscode.l10n.t("Open");
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t("The report was written."), open,
    );
    if (answer === open) {
      await vscode.env.openExternal(file);
    }
  }
}

function toRange({ start, end }: Place): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
