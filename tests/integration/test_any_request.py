"""Requests of every kind at the running service, with real tokens: whatever comes, the answer is as documented.

They are people's: a machine client's requests are counted, and these would use up its minute for the tests that follow.
"""

import json
import re
from typing import Any, Final

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.config import PositiveDataAcceptanceConfig

from infra.local.cloud import ROOT
from infra.openapi import FORMS
from tests.integration.conftest import As
from tests.support.waiting import A_BUSY_MACHINE

EXAMPLES: Final = 10
"""Requests for each route: some 400 in all, in a minute on two cores."""
WORKFLOWS: Final = 25
"""Sequences of requests that use each other's answers, of six each at most."""
DOCUMENT: Final[dict[str, Any]] = json.loads((ROOT / "infra" / "openapi.json").read_text())
SLOW: Final = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.function_scoped_fixture]
REAL: Final = {
    "centre": "64235",
    "series_id": "2027-06",
    "sheet": "2027-06.64235.J351-03",
    "upload": "2027-06.64235.20270420120000-0a1b2c3d4e5f",
    "number": 1,
    "candidate": "1061",
    "person": "nobody-whose-roles-another-test-needs",
}
schema = schemathesis.openapi.from_dict(DOCUMENT)
schema.config.checks.positive_data_acceptance = PositiveDataAcceptanceConfig(
    # Beside what any API may answer: a request of the right shape can be stale (412), lean on nothing (428), or mean
    # nothing (422): a cursor of someone else's, an incomplete declaration, a key that came with another body.
    expected_statuses=["2xx", "401", "403", "404", "409", "412", "422", "428", "503"]
)


schema.config.checks.unsupported_method.enabled = False  # an HTTP API answers 404 where it has no route, not 405
schema.config.generation.allow_extra_parameters = False  # parameters that mean nothing are left alone, as everywhere


@schema.hook  # pyright: ignore[reportUnknownMemberType]
def map_path_parameters(_: object, path_parameters: dict[str, Any] | None) -> dict[str, Any] | None:
    """Ask of every second well-formed request that it is about something that is there."""
    if not path_parameters:
        return path_parameters
    well_formed = all(re.fullmatch(FORMS[name], str(value)) for name, value in path_parameters.items())
    here = well_formed and sum(map(ord, "".join(map(str, path_parameters.values())))) % 2
    return {name: REAL[name] if here else value for name, value in path_parameters.items()}


def acting(as_: As, path: str) -> dict[str, Any]:
    """Where to ask and as whom: the board's own people on the board's routes, an exams officer on nearly all others.

    Nobody of a centre asks to leave it: they would be gone for the tests that follow.
    """
    of_board = path.startswith("/v1/board/") or path.endswith("/leave")
    client = as_("board@centremark.example" if of_board else "owen@harbourview.example")
    authorization = client.headers["Authorization"]
    return {"base_url": str(client.base_url), "headers": {"Authorization": authorization}, "timeout": A_BUSY_MACHINE}


@schema.parametrize()  # pyright: ignore[reportUnknownMemberType, reportUntypedFunctionDecorator]
@settings(max_examples=EXAMPLES, derandomize=True, suppress_health_check=SLOW)
def test_every_answer_is_documented(case: schemathesis.Case[Any], as_: As) -> None:
    response = case.call(**acting(as_, case.path))
    case.validate_response(response)  # pyright: ignore[reportUnknownMemberType]


def test_every_answer_is_documented_whatever_came_before(as_: As) -> None:
    class Workflow(schema.as_state_machine()):  # pyright: ignore[reportUntypedBaseClass, reportUnknownMemberType]
        def get_call_kwargs(self, case: schemathesis.Case[Any]) -> dict[str, Any]:
            return acting(as_, case.path)

    Workflow.run(
        settings=settings(max_examples=WORKFLOWS, stateful_step_count=6, derandomize=True, suppress_health_check=SLOW)
    )
