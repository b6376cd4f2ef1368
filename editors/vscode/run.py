"""Run the speechlint that lies beside this file. Called with -I: nothing else is looked at."""

import os
import sys

if sys.version_info < (3, 10):  # noqa: UP036 - whoever has an older one is to be told
    sys.exit("speechlint 需要 Python 3.10 或更高版本")
sys.dont_write_bytecode = True  # the extension's folder is not ours to write to
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "libs"))

from speechlint.__main__ import main  # noqa: E402

sys.exit(main())
