"""Files of installed packages: `package:NAME/path/in/it`."""

from __future__ import annotations

import os
from importlib.util import find_spec

from speechlint.settings import PACKAGE


def locate(name: str) -> str:
    """Return the path of a file or folder in an installed package.

    The package is looked up, not imported. Raise LookupError with a Chinese message.
    """
    package, _, rest = name.removeprefix(PACKAGE).partition("/")
    top, *inner = package.replace("-", "_").split(".")
    try:
        spec = find_spec(top) if top else None
    except (ImportError, ValueError):
        spec = None
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        raise LookupError(
            f"没有安装包 {package}；请先用 pip install 安装，或核对名称（写 import 时的名称）"
        )
    paths = [os.path.normpath(os.path.join(folder, *inner, rest)) for folder in folders]
    for path in paths:
        if os.path.exists(path):
            return path
    raise LookupError(f"已安装的包 {package} 里没有 {rest or package}（找过 {paths[0]}）")
