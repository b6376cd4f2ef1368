"""Many drafts at once: a folder, an archive or a table in, tables out.

input → drafts, in a fixed order → batches → engine (processes, or a cluster)
      → lines of the tables, in the same order → journal (what is done is never done again)
"""

from __future__ import annotations


class CorpusError(Exception):
    """The run cannot be made, or cannot go on; the message is Chinese and says what to do."""
