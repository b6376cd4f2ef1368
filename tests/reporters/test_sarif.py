import json
from typing import Any

import jsonschema
import pytest

from speechlint.reporters import Report
from speechlint.reporters.sarif import render

from .sample import TEXT, report


def obj(required: str, **properties: Any) -> dict[str, Any]:
    """Return the schema of an object; all names of the standard that we use, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


def array(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least}


# What sarif-schema-2.1.0.json says of the properties that we write, in our words.
TEXT_ = {"type": "string"}
INDEX = {"type": "integer", "minimum": 0}
ONE = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = obj("text", text=TEXT_)
ADDRESS = obj("uri", uri={"type": "string", "pattern": r"^[!-~]+$"}, index=INDEX)
REGION = obj(
    "startLine startColumn endLine endColumn charOffset charLength",
    startLine=ONE,
    startColumn=ONE,
    endLine=ONE,
    endColumn=ONE,
    charOffset=INDEX,
    charLength=INDEX,
)
LOCATION = obj(
    "physicalLocation",
    physicalLocation=obj("artifactLocation", artifactLocation=ADDRESS, region=REGION),
    message=MESSAGE,
)
CHANGE = obj(
    "artifactLocation replacements",
    artifactLocation=ADDRESS,
    replacements=array(
        obj("deletedRegion insertedContent", deletedRegion=REGION, insertedContent=MESSAGE), 1
    ),
)
FIX = obj(
    "artifactChanges",
    description=MESSAGE,
    artifactChanges=array(CHANGE, 1),
    properties={"type": "object"},
)
RESULT = obj(
    "message ruleId",
    ruleId=TEXT_,
    ruleIndex=INDEX,
    level=LEVEL,
    message=MESSAGE,
    locations=array(LOCATION),
    relatedLocations=array(LOCATION),
    fixes=array(FIX),
    partialFingerprints={"type": "object", "additionalProperties": TEXT_},
)
RULE = obj(
    "id",
    id=TEXT_,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=obj("level", level=LEVEL),
)
NOTIFICATION = obj("message", message=MESSAGE, level=LEVEL, locations=array(LOCATION))
RUN = obj(
    "tool results",
    tool=obj("driver", driver=obj("name", name=TEXT_, version=TEXT_, rules=array(RULE))),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts=array(obj("location", location=ADDRESS, encoding=TEXT_)),
    results=array(RESULT),
    invocations=array(
        obj(
            "executionSuccessful",
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications=array(NOTIFICATION),
        )
    ),
)
SCHEMA = obj("version runs", **{"$schema": TEXT_}, version={"const": "2.1.0"}, runs=array(RUN, 1))


@pytest.fixture
def run() -> Any:
    log = json.loads(render(report()))
    jsonschema.validate(log, SCHEMA)
    return log["runs"][0]


def test_an_empty_report() -> None:
    log = json.loads(render(Report()))
    jsonschema.validate(log, SCHEMA)

    assert log["runs"][0]["results"] == []
    assert log["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_results(run: Any) -> None:
    first = run["results"][0]
    at = TEXT.index("截止")

    assert [r["ruleId"] for r in run["results"]] == [
        "word.as-of",
        "punct.width",
        "house.own",
        "punct.width",
    ]
    assert [r["level"] for r in run["results"]] == ["error", "warning", "note", "warning"]
    assert first["message"]["text"] == "“截止”：100%错,\n改"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "%E7%A8%BF%201/a.txt", "index": 0}
    # Columns and offsets count code points, beginning at 1 and 0.
    assert run["columnKind"] == "unicodeCodePoints"
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 2,
        "endLine": 2,
        "endColumn": 6,
        "charOffset": at,
        "charLength": 4,
    }
    assert first["relatedLocations"][0]["message"]["text"] == "看这里"


def test_fixes(run: Any) -> None:
    (fix,) = run["results"][0]["fixes"]
    (replacement,) = fix["artifactChanges"][0]["replacements"]

    assert fix["properties"] == {"applicability": "safe"}
    assert replacement["insertedContent"] == {"text": "截至"}
    assert replacement["deletedRegion"]["charLength"] == 2
    assert "fixes" not in run["results"][1]


def test_rules_are_described_as_far_as_they_are_known(run: Any) -> None:
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}

    assert rules["word.as-of"]["shortDescription"]["text"] == "“截止”误作“截至”"
    assert rules["house.own"] == {"id": "house.own"}
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_two_of_a_kind_are_told_apart(run: Any) -> None:
    known = [r["partialFingerprints"]["speechlint/v1"] for r in run["results"]]

    assert len(set(known)) == 4


def test_what_could_not_be_checked(run: Any) -> None:
    (invocation,) = run["invocations"]

    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert told["message"]["text"] == "none.txt：没有这个文件，请核对路径"
    assert [a["location"]["uri"] for a in run["artifacts"]] == ["%E7%A8%BF%201/a.txt", "clean.txt"]
