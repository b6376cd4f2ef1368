// The status bar: how many blanks are left, and how long the draft takes to read aloud.

import * as vscode from "vscode";
import { activeDraft, type Statistics } from "./drafts";

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    "speechlint.status",
    vscode.StatusBarAlignment.Right,
    90,
  );
  private turn = 0;

  constructor(private readonly read: (uri: string) => Promise<Statistics | undefined>) {
    this.item.name = "speechlint";
    this.item.command = "speechlint.goToNextBlank";
  }

  async update(): Promise<void> {
    const turn = ++this.turn;
    const editor = activeDraft();
    const wanted = vscode.workspace.getConfiguration("speechlint").get("statusBar", true);
    const found = editor && wanted ? await this.read(editor.document.uri.toString()).catch(() => undefined) : undefined;
    if (turn !== this.turn) {
      return; // another draft is in front by now
    }
    await vscode.commands.executeCommand("setContext", "speechlint.blanks", (found?.blanks ?? 0) > 0);
    if (!found) {
      this.item.hide();
      return;
    }
    const parts = [
      found.blanks
        ? vscode.l10n.t("{0} blanks left", found.blanks)
        : vscode.l10n.t("no blanks left"),
    ];
    if (found.seconds) {
      parts.push(readingTime(found.seconds));
    }
    this.item.text = `$(pencil) ${parts.join(" · ")}`;
    this.item.tooltip = vscode.l10n.t("speechlint: click to go to the next blank");
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }
}

export function readingTime(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return vscode.l10n.t("about {0} min to read", minutes);
}
