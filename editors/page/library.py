"""Run by the page's Python at build time: /full.zip → /python_stdlib.zip.

What the page has no use for is left out, and nothing is compressed: the page is, as a whole.
"""

import zipfile

UNWANTED = (
    "ensurepip/", "idlelib/", "lib2to3/", "pydoc", "pydoc_data/", "sqlite3/", "tkinter/", "turtle",
    "turtledemo/", "unittest/", "venv/", "wsgiref/", "xmlrpc/", "distutils/", "curses/", "dbm/",
    "multiprocessing/", "test/", "cProfile", "profile", "pstats", "pdb", "bdb", "smtplib", "imaplib",
    "ftplib", "poplib", "nntplib", "mailbox", "tarfile", "doctest", "_pyrepl/", "zoneinfo/",
    "compression/zstd/", "pathlib/_os_test",
)  # fmt: skip

with (
    zipfile.ZipFile("/full.zip") as full,
    zipfile.ZipFile("/python_stdlib.zip", "w") as small,
):
    for entry in sorted(full.infolist(), key=lambda entry: entry.filename):
        if not entry.is_dir() and not entry.filename.startswith(UNWANTED):
            small.writestr(zipfile.ZipInfo(entry.filename), full.read(entry))
