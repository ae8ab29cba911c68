"""What the histories of centres and of the board say, as the API shows it."""

from dataclasses import replace
from typing import Any, Final

import pytest

from centremark.adapters.dynamodb.ledger import DynamoLedger
from centremark.bootstrap import Services
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, Role
from centremark.domain.shared.identifiers import CentreNumber
from centremark.handlers.api import records
from tests.support.builders import CENTRE, an_actor
from tests.support.http_api import call

OPERATOR: Final = an_actor(Role.OPERATOR, centre=BOARD_CENTRE, name="Olu Perator")
ASHA: Final = Member("asha", "Asha Patel", {CENTRE: frozenset({Role.ENTER})}, email="asha@old.example")


def history(services: Services) -> list[dict[str, Any]]:
    services.members.put(Member("helen", "Helen Head", {CENTRE: frozenset({Role.ADMINISTRATOR})}))
    entries: list[dict[str, Any]] = call(records.handler, "GET", f"/v1/centres/{CENTRE}/history", subject="helen").body[
        "entries"
    ]
    return entries


def test_a_centre_is_told_what_its_member_is_called_now_and_that_mail_goes_elsewhere_but_not_where(
    services: Services,
) -> None:
    services.give_roles(ASHA, OPERATOR)
    services.give_roles(replace(ASHA, name="Asha Reid", machine=True, email="asha@new.example"), OPERATOR)

    [changed, _] = sorted(history(services), key=lambda entry: entry["what"])

    assert (changed["what"], changed["about"], changed["by"], changed["channel"]) == (
        "MemberChanged",
        "Asha Reid",
        "Exam board",
        "board",
    )
    assert changed["fields"] == [
        {"field": "name", "before": "Asha Patel", "after": "Asha Reid"},
        {"field": "machine", "before": "false", "after": "true"},
        {"field": "mailed_elsewhere", "before": "false", "after": "true"},
    ]


@pytest.mark.slow
def test_a_member_of_many_centres_gets_another_name_and_other_roles_at_all_of_them(services: Services) -> None:
    centres = [CentreNumber(f"{number}") for number in range(20_000, 20_099)]
    services.give_roles(replace(ASHA, memberships=dict.fromkeys(centres, frozenset({Role.ENTER}))), OPERATOR)
    after = Member("asha", "Asha Reid", dict.fromkeys(centres, frozenset({Role.VIEW})))

    services.give_roles(after, OPERATOR)

    assert services.members.get("asha") == after
    assert {len(DynamoLedger().of_office(centre, None, 9)) for centre in centres} == {3}
