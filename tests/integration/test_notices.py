"""People are told by e-mail, once, in their language, while their address works; read in the local cloud's inbox."""

import json
import re
from datetime import UTC, datetime
from functools import partial
from typing import Any

import httpx

from centremark.domain.notices.notice import Topic
from infra.local.service import LocalService
from tests.integration.conftest import As
from tests.support.inbox import Mail, mails
from tests.support.waiting import A_BUSY_MACHINE, until

ASHA, OWEN, DEV = "asha@harbourview.example", "owen@harbourview.example", "dev@northgate.example"
MAIR, RHYS = "mair@llysderwen.example", "rhys@llysderwen.example"
BOARD = "board@centremark.example"
CONFIRMED = "2027-06.64235.Y100-03"
"""The sheet that the demonstration submits."""
MORE_TIME = "/v1/sheets/2027-06.58410.J351-03/extension"


def inbox(service: LocalService, to: str) -> list[Mail]:
    return mails(service.cloud.url, to)


def until_told(service: LocalService, to: str, about: str) -> Mail:
    """The latest mail to a person with these words in its subject, once there is one."""
    return until(lambda: [mail for mail in inbox(service, to) if about in mail.subject])[-1]


def a_notice(to: str, kind: str, sheet: str, about: str, at: str) -> dict[str, Any]:
    """A notice as it waits in the queue."""
    return {"id": about, "to": to, "kind": kind, "at": at, "about": [[sheet, None]], "waiting": [0, 0, 0, 0]}


def invoke(service: LocalService, function: str, *bodies: object) -> None:
    """Hand messages to a function as its queue does; none may fail."""
    records = [
        {"messageId": f"m{place}", "eventSource": "aws:sqs", "body": json.dumps(body)}
        for place, body in enumerate(bodies)
    ]
    answer = service.cloud.client("lambda").invoke(
        FunctionName=service.stack.ids[function], Payload=json.dumps({"Records": records}).encode()
    )
    assert json.loads(answer["Payload"].read()) == {"batchItemFailures": []}


def morning(service: LocalService, day: str) -> None:
    """Let the scheduler's morning of a day come; by London's clock it is seven."""
    invoke(service, "NotifyFunction", {"source": "aws.scheduler", "time": f"{day}T06:00:00Z"})


def test_a_confirmation_is_told_to_the_exams_officer_once_however_often_the_event_comes(
    service: LocalService, as_: As
) -> None:
    def history(what: str) -> list[dict[str, Any]]:
        entries = as_(OWEN).get(f"/v1/sheets/{CONFIRMED}/history").raise_for_status().json()["entries"]
        return [entry for entry in entries if entry["what"] == what]

    mail = until_told(service, OWEN, "Marks confirmed: Y100/03")
    until(lambda: history("NoticeSent"))  # until it is recorded, the same notice is mailed again
    [confirmed] = history("MarksConfirmed")
    event = f"2027-06#64235#Y100/03/{confirmed['version']:08d}"
    notice = a_notice(as_(OWEN).get("/v1/me").json()["id"], "confirmed", CONFIRMED, event, confirmed["at"])

    invoke(service, "MailFunction", notice, notice)

    assert f"{service.url}/sheets/{CONFIRMED}/submitted" in mail.text
    assert len([mail for mail in inbox(service, OWEN) if "Y100/03" in mail.subject]) == 1
    assert not [mail for mail in inbox(service, ASHA) if "Y100/03" in mail.subject]
    assert [entry["notice"] for entry in history("NoticeSent")] == [{"kind": "confirmed", "to": "Owen Reid"}]


def test_who_chose_welsh_is_told_in_welsh_and_who_muted_a_topic_is_not_told(service: LocalService, as_: As) -> None:
    as_(MAIR).put("/v1/me/notices", json={"language": "cy", "muted": []}).raise_for_status()
    as_(RHYS).put("/v1/me/notices", json={"language": "cy", "muted": [Topic.DEADLINES]}).raise_for_status()
    asked = {"until": "2027-05-22", "reason": "Illness"}
    as_(MAIR).post(MORE_TIME, json=asked).raise_for_status()

    morning(service, "2027-05-01")
    until(lambda: [mail for mail in inbox(service, BOARD) if "Extension requests to decide: " in mail.text])
    decision = {"until": "2027-05-20", "note": "Get well"}
    as_(BOARD).post(f"/v1/board{MORE_TIME.removeprefix('/v1')}", json=decision).raise_for_status()
    granted = until_told(service, MAIR, "Caniatawyd estyniad: J351/03")
    reminded = until_told(service, MAIR, "Mae'n bryd cyflwyno marciau cyn hir")

    assert '<html lang="cy">' in granted.html
    assert "i'w cyflwyno erbyn 20 Mai 2027 bellach" in granted.text
    assert "- H472/03 Literature post-1900" in reminded.text
    assert [mail.subject for mail in inbox(service, RHYS) if "Mae'n bryd cyflwyno" in mail.subject] == []


def test_a_morning_that_comes_twice_is_one_message_to_each_person(service: LocalService) -> None:
    morning(service, "2027-05-24")
    first = until_told(service, DEV, "Marks are due soon: H601/01")
    morning(service, "2027-05-24")
    morning(service, "2027-05-31")
    last = until_told(service, DEV, "Marks are due today: H601/01")

    assert "- H601/01 Personal investigation, Northgate Sixth Form College (30917): due on 31 May 2027" in first.text
    assert f"{service.url}/sheets/2027-06.30917.H601-01" in last.text
    assert len([mail for mail in inbox(service, DEV) if "due soon: H601/01" in mail.subject]) == 1


def test_mail_that_came_back_is_the_last_until_the_person_says_the_address_works(
    service: LocalService, as_: As
) -> None:
    asha = as_(ASHA)
    subject = asha.get("/v1/me").json()["id"]
    bounce = {
        "eventType": "Bounce",
        "bounce": {
            "bounceType": "Permanent",
            "bouncedRecipients": [{"emailAddress": ASHA}],
            "timestamp": "2027-05-01T06:00:01.000Z",
        },
        "mail": {"tags": {"to": [subject]}},
    }
    now = datetime.now(UTC).isoformat()
    told = partial(a_notice, subject, "entries", "2027-06.64235.R033-02", at=now)

    service.cloud.client("sqs").send_message(
        QueueUrl=service.stack.outputs["BouncesQueueUrl"], MessageBody=json.dumps({"detail": bounce})
    )
    trouble = until(lambda: asha.get("/v1/me/notices").json()["trouble"])
    invoke(service, "MailFunction", told("late-1"))
    assert [mail for mail in inbox(service, ASHA) if "R033/02" in mail.subject] == []
    mended = asha.post("/v1/me/notices/works").raise_for_status().json()
    invoke(service, "MailFunction", told("late-2"))

    assert trouble["what"] == "bounced"
    assert (mended["email"], mended["trouble"]) == (ASHA, None)
    assert len([mail for mail in inbox(service, ASHA) if "R033/02" in mail.subject]) == 1


def test_what_was_mailed_is_read_at_the_front_door_as_text_and_as_html(service: LocalService) -> None:
    until_told(service, OWEN, "Marks confirmed: Y100/03")
    with httpx.Client(base_url=service.url, trust_env=False, timeout=A_BUSY_MACHINE) as browser:
        listed = browser.get("/inbox").text
        found = re.search(r'href="(/inbox/[0-9a-f]+)">Marks confirmed: Y100/03', listed)
        assert found
        opened = browser.get(found[1]).text
        html = browser.get(f"{found[1]}/html")

        assert (OWEN in listed, "Dear Owen Reid," in opened) == (True, True)
        assert "See the submission</a>" in html.text
        assert "sandbox" in html.headers["Content-Security-Policy"]
        assert browser.get("/inbox/none").status_code == browser.get("/inbox/none/html").status_code == 404
