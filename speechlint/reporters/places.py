"""What the reports for other programs say of a place: what it is known by, its address."""

from __future__ import annotations

import os
from collections import Counter
from hashlib import sha256

from speechlint import sources
from speechlint.baseline import fingerprint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechlint.api import Checked
    from speechlint.diagnostic import Diagnostic


def known_by(checked: Checked) -> Iterator[tuple[Diagnostic, str]]:
    """Yield the diagnostics of a file, each with what it stays known by when text moves.

    It is a hash of path, rule and the words around, and differs for each.
    """
    document = sources.document(checked.text, checked.path)
    times: Counter[tuple[str, str]] = Counter()
    for d in checked.diagnostics:
        key = (d.rule, fingerprint(document, d.span))
        times[key] += 1
        parts = (slashed(checked.path), *key, str(times[key]))
        yield d, sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def slashed(path: str) -> str:
    """Return a path as repositories write it: from their root, if it was given so, with slashes."""
    plain = os.path.normpath(path) if path != "-" else "stdin"
    return plain.replace(os.sep, "/")
