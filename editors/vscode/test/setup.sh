#!/usr/bin/env bash
# Installs code-server (VS Code in a browser) from npm without running install scripts: those of
# ripgrep and others would download programs. Needs g++, Debian's ripgrep and chromium.
set -euo pipefail
cd "$(dirname "$0")"
npm install --ignore-scripts --no-audit --no-fund --loglevel=error
npm rebuild argon2 --loglevel=error
code=node_modules/code-server/lib/vscode
(cd $code && npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error)
ln -sfn node_modules $code/node_modules.asar
ln -sfn code-linux.sh $code/bin/remote-cli/code-server
ln -sfn browser-linux.sh $code/bin/helpers/browser.sh
mkdir -p $code/node_modules/@vscode/ripgrep/bin
ln -sfn "$(command -v rg)" $code/node_modules/@vscode/ripgrep/bin/rg
