// Where the server is: what the user set, the workspace's own, the PATH, or the copy in here.

import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  // What the user is told of it.
  readonly from: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const windows = process.platform === "win32";
const pythons = windows ? ["python", "py", "python3"] : ["python3", "python"];
// With -m Python would look into the folder it is started in first: a draft's folder may hold anything.
const withoutFolder =
  "import sys; sys.path[:] = [p for p in sys.path if p]; from speechlint.__main__ import main; sys.exit(main())";
const patience = 15_000; // milliseconds: a first start reads many files

// Return the first command that answers; undefined where there is none.
export async function find(context: vscode.ExtensionContext): Promise<Command | undefined> {
  const settings = vscode.workspace.getConfiguration("speechlint");
  const [program, ...args] = settings.get<string[]>("server.command", []);
  if (program) {
    // What the user wrote is used as it is: if it is wrong, the start will say so.
    return { program, args, from: vscode.l10n.t("the setting speechlint.server.command") };
  }
  for await (const candidate of candidates(context, settings.get<string>("interpreter", ""))) {
    if (await answers(candidate)) {
      return { ...candidate, args: [...candidate.args, "server", "--stdio"] };
    }
  }
  return undefined;
}

async function* candidates(
  context: vscode.ExtensionContext,
  interpreter: string,
): AsyncGenerator<Command> {
  if (interpreter) {
    yield python(interpreter, vscode.l10n.t("the setting speechlint.interpreter"));
    yield bundled(context, interpreter);
    return;
  }
  // Nothing of a folder that is not trusted is run.
  for (const folder of vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : []) {
    for (const name of [".venv", "venv"]) {
      const own = path.join(folder.uri.fsPath, name, windows ? "Scripts\\python.exe" : "bin/python");
      if (fs.existsSync(own)) {
        yield python(own, vscode.l10n.t("the workspace"));
      }
    }
  }
  yield { program: "speechlint", args: [], from: "PATH" };
  for (const name of pythons) {
    yield bundled(context, name);
  }
}

function python(program: string, from: string): Command {
  return { program, args: ["-c", withoutFolder], from };
}

// The copy inside the extension. -I: neither the folder nor the environment takes part.
function bundled(context: vscode.ExtensionContext, program: string): Command {
  const run = context.asAbsolutePath(path.join("bundled", "run.py"));
  return { program, args: ["-I", run], from: vscode.l10n.t("the extension") };
}

function answers(command: Command): Promise<boolean> {
  const options = { timeout: patience, windowsHide: true, cwd: process.cwd() };
  return new Promise((resolve) => {
    execFile(command.program, [...command.args, "--version"], options, (error, out) => {
      resolve(!error && out.includes("speechlint"));
    });
  });
}
