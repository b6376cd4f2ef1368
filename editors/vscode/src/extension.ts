// speechlint in VS Code: starts the server, and adds what only an extension can.

import * as vscode from "vscode";
import {
  type ExecuteCommandSignature,
  LanguageClient,
  type LanguageClientOptions,
  TransportKind,
} from "vscode-languageclient/node";
import { asked, register } from "./commands";
import { ask, selector, type Statistics } from "./drafts";
import { find } from "./finding";
import { Status } from "./status";

let client: LanguageClient | undefined;
let output: vscode.LogOutputChannel;
const watched = ["interpreter", "server.command"];

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  output = vscode.window.createOutputChannel("speechlint", { log: true });
  const pages = new vscode.EventEmitter<vscode.Uri>();
  const status = new Status((uri) => ask<Statistics>(client, "speechlint.statistics", uri));
  const soon = debounced(() => void status.update(), 150);
  context.subscriptions.push(
    output,
    pages,
    status,
    ...register(() => client, pages),
    vscode.commands.registerCommand("speechlint.restart", () => restart(context)),
    vscode.commands.registerCommand("speechlint.showOutput", () => output.show()),
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.languages.onDidChangeDiagnostics(soon),
    vscode.workspace.onDidGrantWorkspaceTrust(() => restart(context)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (watched.some((name) => event.affectsConfiguration(`speechlint.${name}`))) {
        void restart(context);
      } else if (event.affectsConfiguration("speechlint")) {
        soon();
      }
    }),
  );
  await start(context);
  soon();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function restart(context: vscode.ExtensionContext): Promise<void> {
  const old = client;
  client = undefined;
  await old?.dispose().catch(() => undefined);
  await start(context);
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const command = await find(context);
  if (!command) {
    void adviseNoPython(); // answered or not, the editor goes on
    return;
  }
  output.info(vscode.l10n.t("speechlint comes from {0}: {1}", command.from, command.program));
  const options: LanguageClientOptions = {
    documentSelector: selector,
    outputChannel: output,
    initializationOptions: preferences,
    synchronize: { configurationSection: "speechlint" },
    middleware: { executeCommand },
  };
  const server = { command: command.program, args: [...command.args], transport: TransportKind.stdio };
  // The transport adds --stdio where the server's own command does not have it.
  server.args = server.args.filter((arg) => arg !== "--stdio");
  client = new LanguageClient("speechlint", "speechlint", server, options);
  try {
    await client.start();
  } catch (error) {
    output.error(String(error));
    const show = vscode.l10n.t("Show Output");
    const answer = await vscode.window.showErrorMessage(
      vscode.l10n.t("speechlint could not be started ({0}).", command.program), show,
    );
    if (answer === show) {
      output.show();
    }
  }
}

function preferences(): Record<string, unknown> {
  return { ...vscode.workspace.getConfiguration("speechlint"), asks: true };
}

// A quick fix that fills a blank leaves open with what: ask here.
function executeCommand(name: string, args: unknown[], next: ExecuteCommandSignature): unknown {
  const [uri, blank, text] = args;
  if (name === "speechlint.fillBlank" && typeof text !== "string") {
    return asked(() => client, String(uri), String(blank));
  }
  return next(name, args);
}

async function adviseNoPython(): Promise<void> {
  const settings = vscode.l10n.t("Open Settings");
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      "speechlint needs Python 3.10 or later and found none. Install Python, or name it in the setting speechlint.interpreter; then run “speechlint: Restart Server”.",
    ),
    settings,
  );
  if (answer === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "speechlint.interpreter");
  }
}

function debounced(run: () => void, pause: number): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, pause);
  };
}
