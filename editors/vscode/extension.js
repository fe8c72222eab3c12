// Starts `safeharbor language-server` and hands it every .law file; all else is the server's.
"use strict";
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = async () => {
  const settings = vscode.workspace.getConfiguration("safeharbor");
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? ".";
  const own = join(folder, "safeharbor");
  const command = settings.get("command") || (existsSync(own) ? own : "safeharbor");
  const library = settings.get("library") || join(folder, "law");
  client = new LanguageClient("safeharbor", "SafeHarbor", { command, args: ["language-server", "--library", library], options: { cwd: folder } }, { documentSelector: [{ language: "safeharbor-law" }] });
  try {
    await client.start();
  } catch {
    vscode.window.showErrorMessage(`SafeHarbor: \`${command}\` could not be started. Set safeharbor.command to where it is.`);
  }
};

exports.deactivate = () => client?.stop();
