"""The client: one method for each thing an MIS does."""

import random
import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final, Self, cast
from uuid import uuid4

import httpx

from centremark_client.types import (
    AgreementIn,
    ChangeOut,
    ColumnIn,
    ColumnsOut,
    FieldProblem,
    LineOut,
    Mode,
    PutRowIn,
    UploadOut,
)

TRIES: Final = 6
FIRST_PAUSE_SECONDS: Final = 0.5
RENEW_BEFORE_SECONDS: Final = 60
WAITING: Final = frozenset({"expected", "received", "checking"})
WHY: Final = re.compile(r"<Code>(\w+)</Code>")
AGAIN: Final = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.BAD_GATEWAY})


class Problem(Exception):  # named as the API names it
    """The API refused a request; `code` is stable and `errors` point at places in it."""

    def __init__(self, status: int, code: str, detail: str, errors: Sequence[FieldProblem]) -> None:
        super().__init__(f"{code}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail
        self.errors = errors

    @classmethod
    def of(cls, answer: httpx.Response) -> Self:
        """Read an answer that is no success; the gateway's own have no code and get `http-<status>`."""
        try:
            body: dict[str, Any] = answer.json()
        except ValueError:
            body = {}
        detail = body.get("detail") or body.get("message") or answer.reason_phrase
        return cls(answer.status_code, body.get("code", f"http-{answer.status_code}"), detail, body.get("errors", []))


class Centremark:
    """A machine client of Centremark, signed in by client credentials.

    Requests that were throttled, or refused because others were saving, are sent again with the same idempotency key,
    for about half a minute. Raises `Problem` when the API refuses and `httpx.TransportError` when it cannot be reached.
    """

    def __init__(  # noqa: PLR0913  # where, and as whom
        self,
        api: str,
        token_url: str,
        client_id: str,
        secret: str,
        *,
        http: httpx.Client | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._http = http or httpx.Client(timeout=60, trust_env=False)
        self._api = api.rstrip("/")
        self._wait = pause
        self._token_url = token_url
        self._credentials = client_id, secret
        self._token = ""
        self._renew_at = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    # -------------------------------------------------------------------------------------------- sheets

    def me(self) -> dict[str, Any]:
        """Who this client is and which centres it serves."""
        return self._json("GET", "/v1/me")

    def assessments(self, centre: str, series: str) -> list[dict[str, Any]]:
        """How far a centre is with each of its assessments."""
        return self._json("GET", f"/v1/centres/{centre}/series/{series}/assessments")["assessments"]

    def sheet(self, sheet: str) -> dict[str, Any]:
        """A whole mark sheet with its candidates; pass its `version` to `put_marks`."""
        return self._json("GET", f"/v1/sheets/{sheet}", params={"page": "all"})

    def put_marks(  # noqa: PLR0913  # what can be said with marks
        self,
        sheet: str,
        rows: Sequence[PutRowIn],
        *,
        mode: Mode,
        whole: bool = False,
        version: int | None = None,
        overwrite: bool = False,
        key: str | None = None,
    ) -> dict[str, Any]:
        """Put rows of a sheet.

        Rows without a revision need the `version` of the sheet they were decided on, or `overwrite` to apply to the
        latest.
        """
        tag = "*" if overwrite else None if version is None else f'"{version}"'
        headers = _keyed(key) | ({"If-Match": tag} if tag else {})
        body = {"mode": mode, "whole": whole, "rows": list(rows)}
        return self._json("PUT", f"/v1/sheets/{sheet}/marks", json=body, headers=headers)

    def review(self, sheet: str) -> dict[str, Any]:
        """Everything to look at before submitting, with the declaration to agree to."""
        return self._json("GET", f"/v1/sheets/{sheet}/review")

    def submit(self, sheet: str, version: int, declaration: AgreementIn, *, key: str | None = None) -> dict[str, Any]:
        """Submit exactly the version that was reviewed, with a person's declaration; gives the receipt."""
        headers = _keyed(key) | {"If-Match": f'"{version}"'}
        return self._json("POST", f"/v1/sheets/{sheet}/submit", json={"declaration": declaration}, headers=headers)

    def receipt(self, sheet: str) -> dict[str, Any]:
        """The receipt of a submitted sheet."""
        return self._json("GET", f"/v1/sheets/{sheet}/receipt")

    def changes(self, centre: str, series: str, since: str | None = None) -> tuple[list[ChangeOut], str]:
        """Every change after a cursor, however many, and the cursor for the next call."""
        found: list[ChangeOut] = []
        while True:
            params = {"since": since} if since else {}
            page = self._json("GET", f"/v1/centres/{centre}/series/{series}/changes", params=params)
            found += page["changes"]
            since = str(page["since"])
            if not page["more"]:
                return found, since

    # -------------------------------------------------------------------------------------------- files

    def send_file(  # noqa: PLR0913  # what can be said with a file
        self,
        centre: str,
        series: str,
        name: str,
        content: bytes,
        *,
        assessment: str | None = None,
        key: str | None = None,
        patience_seconds: float = 60,
    ) -> UploadOut:
        """Send a file and wait for its preview; gives the upload, *ready*, *asking* or *refused*."""
        body = {"file_name": name} | ({"assessment": assessment} if assessment else {})
        begun = self._json("POST", f"/v1/centres/{centre}/series/{series}/uploads", json=body, headers=_keyed(key))
        if ticket := begun["ticket"]:
            posted = self._http.post(ticket["url"], data=ticket["fields"], files={"file": content})
            if posted.is_error:
                why = WHY.search(posted.text)
                detail = f"The file store did not take the file{f': {why[1]}' if why else ''}."
                raise Problem(posted.status_code, "file-not-taken", detail, [])
        return self.wait(begun["upload"]["id"], patience_seconds)

    def wait(self, upload: str, patience_seconds: float = 60) -> UploadOut:
        """Wait until an upload has been checked; raises TimeoutError when that takes too long."""
        deadline = time.monotonic() + patience_seconds
        while (found := self.upload(upload))["state"] in WAITING:
            if time.monotonic() > deadline:
                raise TimeoutError(f"Upload {upload} is still {found['state']}.")
            self._wait(0.2)
        return found

    def upload(self, upload: str) -> UploadOut:
        """How far an upload is."""
        return cast("UploadOut", self._json("GET", f"/v1/uploads/{upload}"))

    def lines(self, upload: str, result: str | None = None) -> Iterator[LineOut]:
        """Every line of an upload's preview, or those with one result."""
        page, pages = 1, 1
        while page <= pages:
            params = {"page": page} | ({"result": result} if result else {})
            answer = self._json("GET", f"/v1/uploads/{upload}/lines", params=params)
            yield from answer["lines"]
            page, pages = page + 1, answer["pages"]

    def columns(self, upload: str) -> ColumnsOut:
        """The columns of a file: heading, role and first cells."""
        return cast("ColumnsOut", self._json("GET", f"/v1/uploads/{upload}/columns"))

    def read_as(
        self, upload: str, *, columns: Sequence[ColumnIn] | None = None, assessment: str | None = None
    ) -> UploadOut:
        """Set the roles of an *asking* file's columns, or its assessment, and check it again."""
        body = {"columns": None if columns is None else list(columns), "assessment": assessment}
        return cast("UploadOut", self._json("PUT", f"/v1/uploads/{upload}/reading", json=body))

    def check_again(self, upload: str) -> UploadOut:
        """Compare a file with the sheets again, after marks changed."""
        return cast("UploadOut", self._json("POST", f"/v1/uploads/{upload}/check"))

    def accept(
        self,
        upload: str,
        *,
        mode: Mode,
        answers: Sequence[str] = (),
        checked: bool = False,
        preview: str | None = None,
    ) -> UploadOut:
        """Apply a file's marks exactly as previewed; `preview` is the upload's, from when its lines were read."""
        body = {"mode": mode, "answers": list(answers), "checked": checked, "preview": preview}
        return cast("UploadOut", self._json("POST", f"/v1/uploads/{upload}/accept", json=body))

    def accept_and_submit(
        self,
        upload: str,
        declaration: AgreementIn,
        *,
        mode: Mode,
        answers: Sequence[str] = (),
        preview: str | None = None,
    ) -> UploadOut:
        """Apply a file's marks as checked, and submit those sheets."""
        body = {
            "mode": mode,
            "answers": list(answers),
            "checked": True,
            "preview": preview,
            "declaration": declaration,
        }
        return cast("UploadOut", self._json("POST", f"/v1/uploads/{upload}/submit", json=body))

    def cancel(self, upload: str) -> UploadOut:
        """Cancel a file that is not applied."""
        return cast("UploadOut", self._json("POST", f"/v1/uploads/{upload}/cancel"))

    def template(self, sheet: str, file_format: str = "csv") -> bytes:
        """A mark sheet with its candidates as a file to fill in."""
        return self._ask("GET", f"/v1/sheets/{sheet}/file", params={"format": file_format}).content

    def export(self, centre: str, series: str, file_format: str = "csv") -> bytes:
        """All marks of a centre in a series as a file."""
        path = f"/v1/centres/{centre}/series/{series}/file"
        return self._ask("GET", path, params={"format": file_format}).content

    # -------------------------------------------------------------------------------------------- how

    def _json(self, method: str, path: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  # httpx's own arguments
        return self._ask(method, path, **more).json()

    def _ask(self, method: str, path: str, headers: Mapping[str, str] | None = None, **more: Any) -> httpx.Response:  # noqa: ANN401
        answer = self._once(method, path, headers, more)
        for turn in range(TRIES - 1):
            if answer.status_code not in AGAIN:
                break
            self._wait(_pause(answer, turn))
            answer = self._once(method, path, headers, more)
        if answer.is_error:
            raise Problem.of(answer)
        return answer

    def _once(
        self, method: str, path: str, headers: Mapping[str, str] | None, more: Mapping[str, Any]
    ) -> httpx.Response:
        signed = {**(headers or {}), "Authorization": f"Bearer {self._valid_token()}"}
        return self._http.request(method, f"{self._api}{path}", headers=signed, **more)

    def _valid_token(self) -> str:
        if time.monotonic() >= self._renew_at:
            asked = {"grant_type": "client_credentials"}
            answer = self._http.post(self._token_url, auth=self._credentials, data=asked)
            if answer.is_error:
                raise Problem.of(answer)
            given = answer.json()
            self._token = given["access_token"]
            self._renew_at = time.monotonic() + float(given["expires_in"]) - RENEW_BEFORE_SECONDS
        return self._token


def _keyed(key: str | None) -> dict[str, str]:
    return {"Idempotency-Key": key or str(uuid4())}


def _pause(answer: httpx.Response, turn: int) -> float:
    """The seconds the answer asks for, or twice as long each time; random, so that clients do not retry together."""
    asked = answer.headers.get("Retry-After", "")
    longest = float(asked) if asked.isdecimal() else FIRST_PAUSE_SECONDS * 2**turn
    return longest * random.uniform(0.75, 1.25)  # noqa: S311  # jitter, not a secret
