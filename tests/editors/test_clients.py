"""Real editors show what the server finds: with the very files that editors/README.md hands out.

A client that is not installed is skipped, and the reason says so; `editors/test.sh` installs all.
"""

from __future__ import annotations

import glob
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

EDITORS = Path(__file__).parent.parent.parent / "editors"
DRAFT = "同志们：\n今年XX市安排项目二十个。\n截止目前😀，XX县已开工。\n"
# Line, column in code points, rule.
FOUND = [(1, 2, "placeholder.mask"), (2, 0, "word.as-of"), (2, 6, "placeholder.mask")]
TIMEOUT = 60
LISP = "/usr/share/emacs/site-lisp/elpa"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "稿.txt").write_text(DRAFT, "utf-8")
    return tmp_path


def environment(folder: Path) -> dict[str, str]:
    """Return one in which `speechlint` is this one, and the user's own settings are not."""
    path = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
    home = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    return {**os.environ, **home, "PATH": path, "LC_ALL": "C.UTF-8"}


def shown(folder: Path, *command: str) -> object:
    """Run an editor that writes what it shows to out.json."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    out = folder / "out.json"
    assert out.exists(), (done.stdout + done.stderr).decode(errors="replace")[-2000:]
    return json.loads(out.read_text("utf-8"))


def program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def newest_neovim() -> str:
    """Return the Neovim that a package brings into this environment, or the system's."""
    path = os.path.join(os.path.dirname(sys.executable), "nvim")
    return path if os.path.exists(path) else program("nvim")


def neovim_version(path: str) -> tuple[int, int]:
    out = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
    major, minor = out.split()[1].lstrip("v").split(".")[:2]
    return int(major), int(minor)


NEOVIM = """
vim.cmd('filetype plugin on')
vim.cmd('edit 稿.txt')
vim.wait(20000, function() return #vim.diagnostic.get(0) >= 3 end, 50)
local out = {}
for _, d in ipairs(vim.diagnostic.get(0)) do
  local line = vim.api.nvim_buf_get_lines(0, d.lnum, d.lnum + 1, false)[1]
  out[#out + 1] = { d.lnum, vim.fn.strchars(line:sub(1, d.col)), d.code }
end
local file = io.open('out.json', 'w')
file:write(vim.json and vim.json.encode(out) or vim.fn.json_encode(out))
file:close()
vim.cmd('qall!')
"""


def in_neovim(folder: Path, path: str, snippet: str) -> list[tuple[object, ...]]:
    (folder / "drive.lua").write_text(f"dofile('{EDITORS / snippet}')\n{NEOVIM}", "utf-8")
    command = (path, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", "luafile drive.lua")
    found = shown(folder, *command)
    assert isinstance(found, list)
    return sorted(map(tuple, found))


def test_neovim(folder: Path) -> None:
    path = newest_neovim()
    if neovim_version(path) < (0, 11):
        pytest.skip("no Neovim 0.11 or later is installed")
    assert in_neovim(folder, path, "neovim.lua") == FOUND


def test_an_older_neovim(folder: Path) -> None:
    path = program("nvim")
    if neovim_version(path) >= (0, 11):
        pytest.skip("the Neovim that is installed is no older one")
    assert in_neovim(folder, path, "neovim-0.10.lua") == FOUND


EMACS = """
(setq eglot-sync-connect 10 lsp-auto-guess-root t lsp-session-file "session" lsp-restart 'ignore
      lsp-enable-snippet nil lsp-diagnostics-provider :flymake)
(defun out (found)
  (with-temp-file "out.json" (insert (json-encode found))))
"""
EGLOT = """
(find-file "稿.txt") (text-mode)
(call-interactively #'eglot)
(let ((deadline (+ (float-time) 20)))
  (while (and (< (float-time) deadline) (< (length (flymake-diagnostics)) 3))
    (accept-process-output nil 0.1) (flymake-start)))
(out (apply #'vector (mapcar (lambda (d)
  (save-excursion (goto-char (flymake-diagnostic-beg d))
    (vector (1- (line-number-at-pos)) (- (point) (line-beginning-position)) (flymake-diagnostic-text d))))
  (flymake-diagnostics))))
(ignore-errors (eglot-shutdown (eglot-current-server)))
"""


def elpa(name: str) -> list[str]:
    """Return what makes Emacs find a Debian package of Lisp."""
    folders = glob.glob(f"{LISP}/*") + glob.glob(f"{LISP}-src/*")
    if not any(os.path.basename(folder).startswith(name) for folder in folders):
        pytest.skip(f"the Emacs package {name} is not installed")
    return [word for folder in folders for word in ("-L", folder)]


def test_eglot(folder: Path) -> None:
    snippet = (EDITORS / "eglot.el").read_text("utf-8").replace("(add-hook", "(ignore")
    (folder / "drive.el").write_text(f"(require 'json){EMACS}{snippet}{EGLOT}", "utf-8")
    found = shown(folder, program("emacs"), "-Q", "--batch", *elpa("eglot"), "-l", "drive.el")
    assert isinstance(found, list)
    got = sorted((line, column, message) for line, column, message in found)
    assert [row[:2] for row in got] == [row[:2] for row in FOUND]
    assert any("截至目前" in message for _, _, message in found)


LSP_MODE = """
(find-file "稿.txt") (text-mode)
(lsp-workspace-folders-add default-directory)
(lsp)
(defun found () (gethash (expand-file-name "稿.txt") (lsp-diagnostics)))
(let ((deadline (+ (float-time) 20)))
  (while (and (< (float-time) deadline) (< (length (found)) 3)) (accept-process-output nil 0.1)))
(out (apply #'vector (mapcar (lambda (d)
  (let ((start (lsp:range-start (lsp:diagnostic-range d))))
    (vector (lsp:position-line start) (lsp:position-character start) (lsp:diagnostic-code? d))))
  (found))))
"""


def test_lsp_mode(folder: Path) -> None:
    paths = elpa("lsp-mode")
    snippet = (EDITORS / "lsp-mode.el").read_text("utf-8").replace("(add-hook", "(ignore")
    start = "(require 'lsp-diagnostics)"
    (folder / "drive.el").write_text(f"(require 'json){EMACS}{snippet}{start}{LSP_MODE}", "utf-8")
    found = shown(folder, program("emacs"), "-Q", "--batch", *paths, "-l", "drive.el")
    assert isinstance(found, list)
    # UTF-16: behind 😀 a column is one more.
    assert sorted(map(tuple, found)) == [*FOUND[:2], (2, 7, "placeholder.mask")]


def test_vim_with_ale(folder: Path) -> None:
    if (
        not glob.glob("/usr/share/vim/vimfiles/pack/*/opt/ale")
        and not glob.glob("/usr/share/vim-scripts/pack/*/opt/ale")
        and not glob.glob("/usr/share/vim/vimfiles/pack/*/start/ale")
    ):
        pytest.skip("the Vim plug-in ALE is not installed")
    (folder / "vimrc").write_text(
        "set nocompatible encoding=utf-8\npackadd! ale\nlet g:ale_linters_explicit = 1\n"
        "let g:ale_linters = {'text': ['speechlint']}\n"
        f"source {EDITORS / 'ale.vim'}\nfiletype plugin on\n"
        "func! Go()\n  ALELint\n  let n = 0\n"
        "  while n < 200 && len(ale#engine#GetLoclist(bufnr(''))) < 3\n    sleep 100m\n    let n += 1\n"
        "  endwhile\n"
        "  let found = map(copy(ale#engine#GetLoclist(bufnr(''))), '[v:val.lnum - 1, v:val.col, v:val.code]')\n"
        "  call writefile([json_encode(found)], 'out.json')\n  qa!\nendfunc\n",
        "utf-8",
    )
    command = (
        "-es",
        "-n",
        "-u",
        "vimrc",
        "-i",
        "NONE",
        "稿.txt",
        "-c",
        "set ft=text",
        "-c",
        "call Go()",
    )
    found = shown(folder, program("vim"), *command)
    assert isinstance(found, list)
    assert sorted((line, code) for line, _, code in found) == sorted(
        (line, code) for line, _, code in FOUND
    )


@pytest.mark.parametrize("name", ["kate.json", "sublime.json"])
def test_snippets_in_json(name: str) -> None:
    assert json.loads((EDITORS / name).read_text("utf-8"))


def test_snippet_for_helix() -> None:
    table = tomli.loads((EDITORS / "helix.toml").read_text("utf-8"))
    assert table["language-server"]["speechlint"] == {"command": "speechlint", "args": ["server"]}
