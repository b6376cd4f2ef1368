// Never shipped. Drives the real VS Code API inside the workbench, and writes what it saw as JSON.
// The assertions are in run.mjs.
const vscode = require("vscode");
const fs = require("node:fs");

const out = process.env.SPEECHLINT_TEST_OUT;
const folder = process.env.SPEECHLINT_TEST_FOLDER;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what, look) {
  for (let i = 0; i < 300; i++) {
    const seen = await look();
    if (seen) return seen;
    await sleep(100);
  }
  throw new Error(`waited in vain: ${what}`);
}

const found = (document) =>
  vscode.languages.getDiagnostics(document.uri).filter((d) => d.source === "speechlint");
const code = (d) => (typeof d.code === "object" ? d.code.value : d.code);
const spot = (d) => [d.range.start.line, d.range.start.character, d.range.end.character];
const settings = () => vscode.workspace.getConfiguration("speechlint");
const everywhere = vscode.ConfigurationTarget.Global;

async function open(name) {
  const document = await vscode.workspace.openTextDocument(`${folder}/${name}`);
  return [document, await vscode.window.showTextDocument(document)];
}

const steps = {
  async activates(report) {
    const extension = vscode.extensions.getExtension("speechlint.speechlint");
    await extension.activate();
    report.version = extension.packageJSON.version;
  },
  async diagnostics(report) {
    const [document] = await open("draft.txt");
    await until("diagnostics", () => found(document).length >= 5);
    report.diagnostics = found(document).map((d) => [code(d), ...spot(d)]);
    report.links = found(document).map((d) => String(d.code.target ?? ""));
  },
  async quickFix(report) {
    const [document] = await open("draft.txt");
    const place = found(document).find((d) => code(d) === "word.as-of").range;
    const actions = await vscode.commands.executeCommand(
      "vscode.executeCodeActionProvider", document.uri, place, "quickfix");
    report.actions = actions.map((a) => a.title);
    await vscode.workspace.applyEdit(actions[0].edit);
    await until("the fix", () => !found(document).some((d) => code(d) === "word.as-of"));
    report.fixed = document.lineAt(4).text;
    await vscode.commands.executeCommand("undo");
    await until("undo", () => found(document).some((d) => code(d) === "word.as-of"));
  },
  async hover(report) {
    const [document] = await open("draft.txt");
    const place = found(document).find((d) => code(d) === "figure.sum").range.start;
    const hovers = await vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, place);
    report.hover = hovers.flatMap((h) => h.contents.map((c) => c.value)).join("\n");
  },
  async symbols(report) {
    const [document] = await open("draft.txt");
    const symbols = await vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri);
    report.symbols = symbols.map((s) => s.name);
  },
  async nextBlank(report) {
    const [, editor] = await open("draft.txt");
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    report.blanks = [];
    for (let i = 0; i < 3; i++) {
      await vscode.commands.executeCommand("speechlint.goToNextBlank");
      report.blanks.push(editor.document.getText(editor.selection));
    }
  },
  async fixOnSave(report) {
    const [document, editor] = await open("save.txt");
    await until("diagnostics of save.txt", () => found(document).length >= 1);
    await vscode.workspace.getConfiguration("editor").update(
      "codeActionsOnSave", { "source.fixAll.speechlint": "explicit" }, everywhere);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "第一行。\n"));
    await until("the edit", () => found(document).length >= 1);
    await document.save();
    await until("fix on save", () => fs.readFileSync(`${folder}/save.txt`, "utf8").includes("截至目前，"));
    report.saved = fs.readFileSync(`${folder}/save.txt`, "utf8");
  },
  async fixAll(report) {
    const [document] = await open("all.txt");
    await until("diagnostics of all.txt", () => found(document).length >= 1);
    await vscode.commands.executeCommand("speechlint.fixAll");
    await until("fix all", () => document.getText().includes("截至目前，"));
    report.all = document.getText();
  },
  async untitled(report) {
    const document = await vscode.workspace.openTextDocument({
      language: "plaintext", content: "同志们：\n今年XX市安排XX个项目。\n" });
    await vscode.window.showTextDocument(document);
    await until("diagnostics of a draft not saved yet", () => found(document).length === 2);
    report.untitled = found(document).map(code);
  },
  async fill(report) {
    const document = vscode.window.activeTextEditor.document;
    await vscode.commands.executeCommand("speechlint.fillBlank", document.uri.toString(), "XX市", "江州市");
    await until("filled", () => document.getText().includes("江州市"));
    report.filled = document.getText();
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  },
  async settings(report) {
    const [document] = await open("draft.txt");
    const before = found(document).length;
    await settings().update("ignore", ["placeholder"], everywhere);
    await until("a family ignored", () => !found(document).some((d) => code(d).startsWith("placeholder")));
    report.ignored = found(document).map(code);
    await settings().update("ignore", undefined, everywhere);
    await until("ignored no more", () => found(document).length === before);
  },
  async inlayHints(report) {
    const [document] = await open("draft.txt");
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = () => vscode.commands.executeCommand("vscode.executeInlayHintProvider", document.uri, whole);
    report.hintsOff = (await hints()).length;
    await settings().update("inlayHints", true, everywhere);
    const shown = await until("inlay hints", async () => { const h = await hints(); return h.length && h; });
    report.hints = shown.map((h) => (typeof h.label === "string" ? h.label : h.label.map((p) => p.value).join("")));
    await settings().update("inlayHints", undefined, everywhere);
  },
  async explain() {
    await vscode.commands.executeCommand("speechlint.explainRule", "numbering.gap");
    await until("the page of a rule", () => vscode.window.tabGroups.all
      .some((g) => g.tabs.some((t) => t.label.includes("numbering.gap"))));
    await vscode.commands.executeCommand("workbench.action.joinAllGroups");
  },
  async exportReport(report) {
    await open("draft.txt");
    const target = vscode.Uri.file(`${folder}/report.html`);
    await vscode.commands.executeCommand("speechlint.exportReport", target);
    report.html = fs.readFileSync(target.fsPath, "utf8").slice(0, 15);
  },
  async withoutPython(report) {
    const [document] = await open("draft.txt");
    await settings().update("interpreter", "/nowhere/python", everywhere);
    await until("no server, no diagnostics", () => found(document).length === 0);
    await settings().update("interpreter", undefined, everywhere);
    await until("the server again", () => found(document).length > 0);
    report.withoutPython = true;
    await vscode.commands.executeCommand("notifications.clearAll");
  },
  async restart(report) {
    const [document] = await open("draft.txt");
    const before = found(document).length;
    await vscode.commands.executeCommand("speechlint.restart");
    await until("diagnostics after a restart", () => found(document).length === before);
    report.restarted = true;
  },
};

exports.activate = async () => {
  if (!out) return;
  const report = { vscode: vscode.version, done: [] };
  try {
    for (const [name, step] of Object.entries(steps)) {
      report.at = name;
      await Promise.race([step(report), sleep(60_000).then(() => { throw new Error("it hangs"); })]);
      report.done.push(name);
    }
    await open("draft.txt");
  } catch (error) {
    report.error = String(error?.stack ?? error);
  }
  fs.writeFileSync(`${out}.part`, JSON.stringify(report, null, 1));
  fs.renameSync(`${out}.part`, out);
};
