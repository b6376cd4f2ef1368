// Which documents are drafts, and what the server is asked about them.

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

export const languages = ["plaintext", "markdown"];
export const selector = languages.flatMap((language) => [
  { scheme: "file", language },
  { scheme: "untitled", language }, // a draft that was just pasted
]);

export interface Statistics {
  readonly blanks: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly characters?: number;
  readonly seconds?: number;
}

export function isDraft(document: vscode.TextDocument | undefined): document is vscode.TextDocument {
  return document !== undefined && vscode.languages.match(selector, document) > 0;
}

export function activeDraft(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && isDraft(editor.document) ? editor : undefined;
}

// Ask the server for one of its commands; undefined where it does not answer.
export async function ask<T>(
  client: LanguageClient | undefined,
  command: string,
  ...args: unknown[]
): Promise<T | undefined> {
  if (!client?.isRunning()) {
    return undefined;
  }
  return client.sendRequest<T>("workspace/executeCommand", { command, arguments: args });
}
