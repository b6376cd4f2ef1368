"""`pytest --update` rewrites what is compared with files: reports, pages, the ratchet."""

import pytest
from hypothesis import settings

settings.register_profile("default", deadline=None)  # how long a machine takes is no fault
settings.load_profile("default")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite the files that results are compared with"
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether to rewrite what results are compared with."""
    return bool(request.config.getoption("--update"))
