"""The local cloud's promise: a save that is in a snapshot, which every one soon is, survives a cut of power."""

from collections.abc import Generator
from pathlib import Path

import httpx
import pytest

from infra.local.cloud import free_port
from infra.local.service import LocalService, local_service
from tests.support.signing_in import sign_in
from tests.support.waiting import A_BUSY_MACHINE, until

OWEN = "owen@harbourview.example"
READY = "/v1/sheets/2027-06.64235.R033-02"
NOT_STARTED = "/v1/sheets/2027-06.64235.J351-03"
DECLARATION = ["marking", "standardisation", "reviews"]


@pytest.fixture
def service(tmp_path: Path) -> Generator[LocalService]:
    """A service of its own, for these tests cut its power."""
    page = tmp_path / "page"
    page.mkdir()
    with local_service(tmp_path / "cloud", free_port(), page) as running:
        yield running


def test_an_acknowledged_save_and_the_work_it_starts_survive_a_cut_of_power(service: LocalService) -> None:
    token = sign_in(service.url, service.stack.outputs["SpaClientId"], OWEN, service.data.password)
    headers = {"Authorization": f"Bearer {token}"}
    with httpx.Client(base_url=f"{service.url}/api", headers=headers, trust_env=False, timeout=A_BUSY_MACHINE) as owen:
        # What loading set off may keep every function of this small account busy for a while: then the answer is 429.
        until(lambda: owen.get(NOT_STARTED).is_success)
        first = owen.get(NOT_STARTED).raise_for_status().json()["rows"][0]
        change = {**first, "outcome": {"kind": "grade", "grade": "D"}}
        saved = owen.patch(
            f"{NOT_STARTED}/marks",
            headers={"Idempotency-Key": "before-the-cut-of-power"},
            json={"rows": [{name: change[name] for name in ("candidate", "revision", "outcome")}]},
        )
        assert saved.raise_for_status().json()["rows"][0]["result"] == "saved"

        snapshot = service.cloud.state / "services" / "dynamodb.json"
        until(lambda: "before-the-cut-of-power" in snapshot.read_text())
        service.cloud.kill()
        service.cloud.start()

        [found] = [
            r for r in owen.get(NOT_STARTED).raise_for_status().json()["rows"] if r["candidate"] == first["candidate"]
        ]
        assert found["outcome"] == {"kind": "grade", "grade": "D"}

        review = owen.get(f"{READY}/review").raise_for_status()
        submitted = owen.post(
            f"{READY}/submit",
            headers={"Idempotency-Key": "after-the-cut-of-power", "If-Match": review.headers["ETag"]},
            json={"declaration": {"version": review.json()["declaration"]["version"], "agreed": DECLARATION}},
        )
        assert submitted.raise_for_status().json()["status"] == "submitted"
        until(lambda: owen.get(READY).json()["status"] == "confirmed")
