"""The one local origin: the single-page app, `/api` and the hosted sign-in pages, as CloudFront serves them.

Addresses and headers are those of `Distribution` and `SecurityHeaders` in template.yaml. In the cloud the sign-in pages
have an origin of their own; here they share this one, without the app's policy. Mail is read at `/inbox`, which only
this origin has.
"""

import asyncio
import re
import threading
import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import parse_qs

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.convertors import PathConvertor, register_url_convertor
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from infra.local.cloud import HOST, CloudError, must_be_free
from infra.local.inbox import INBOX

FILE: Final = re.compile(r"\.[a-z][a-z0-9]*$")
"""Tells a file's address from a page's; a sheet's id has dots too, but never ends like this."""
HOP_BY_HOP: Final = frozenset(
    {b"connection", b"keep-alive", b"te", b"trailer", b"transfer-encoding", b"upgrade", b"host"}
)
METHODS: Final = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
CALLS_AT_ONCE: Final = 6
"""The emulator starts a function process for each call that finds none idle: more of them than this wait their turn."""
START_SECONDS: Final = 20
PATIENCE_SECONDS: Final = 60


class Whatever(PathConvertor):
    """A path as the API gateway takes it: with line ends too."""

    regex = "(?s:.*)"


register_url_convertor("whatever", Whatever())


@dataclass(frozen=True, slots=True)
class Origin:
    """What the front door serves, and the cloud behind it."""

    page: Path
    """Folder of the built single-page app."""
    config: Mapping[str, Any]
    """What `/config.json` says."""
    headers: Mapping[str, str]
    """Sent with every answer but the sign-in pages'."""
    cloud: str
    """Base address of the local cloud."""
    api: str
    user_pool: str

    def application(self) -> Starlette:
        """Make the web application."""
        sign_in_pages = ("/oauth2/{path:path}", "/login", "/logout", f"/{self.user_pool}/.well-known/{{path}}")
        return Starlette(
            lifespan=self._lifespan,
            routes=[
                Route("/api/{path:whatever}", self._api, methods=METHODS),
                Route("/oauth2/revoke", self._revoke, methods=["POST"]),
                *(Route(path, self._sign_in, methods=["GET", "POST"]) for path in sign_in_pages),
                Route("/config.json", self._config),
                *INBOX,
                Route("/{path:path}", self._page, middleware=[Middleware(GZipMiddleware)]),
            ],
        )

    @asynccontextmanager
    async def _lifespan(self, app: Starlette) -> AsyncGenerator[None]:
        async with httpx.AsyncClient(base_url=self.cloud, timeout=PATIENCE_SECONDS, trust_env=False) as client:
            app.state.cloud = client
            app.state.turn = asyncio.Semaphore(CALLS_AT_ONCE)
            yield

    async def _api(self, request: Request) -> Response:
        path = _path(request).removeprefix("/api")
        async with request.app.state.turn:
            return self._secured(await _forward(request, f"/_aws/execute-api/{self.api}/$default{path}"))

    async def _sign_in(self, request: Request) -> Response:
        return await _forward(request, _path(request))

    async def _revoke(self, request: Request) -> Response:
        """Revoke a refresh token as the sign-in's own address does, which the emulator lacks, through Cognito's API."""
        client: httpx.AsyncClient = request.app.state.cloud
        given = parse_qs((await request.body()).decode())
        answer = await client.post(
            "/",
            headers={
                "X-Amz-Target": "AWSCognitoIdentityProviderService.RevokeToken",
                "Content-Type": "application/x-amz-json-1.1",
            },
            json={"Token": given["token"][0], "ClientId": given["client_id"][0]},
        )
        return Response(status_code=answer.status_code)

    async def _config(self, _: Request) -> Response:
        return self._secured(JSONResponse(dict(self.config), headers={"Cache-Control": "no-store"}))

    async def _page(self, request: Request) -> Response:
        """Answer with a file, or with the app where the address is one of its pages."""
        path: str = request.path_params["path"]
        file = (self.page / path).resolve() if FILE.search(path) else self.page / "index.html"
        if not (file.is_relative_to(self.page) and file.is_file()):
            return self._secured(PlainTextResponse("There is no such file.\n", status_code=404))
        kept = "public, max-age=31536000, immutable" if path.startswith("assets/") else "no-cache"
        kept = "no-store" if file.name == "index.html" else kept
        return self._secured(FileResponse(file, headers={"Cache-Control": kept}))

    def _secured(self, response: Response) -> Response:
        response.headers.update(self.headers)
        return response


def _path(request: Request) -> str:
    """The path as it was sent, with its percent signs."""
    return request.scope["raw_path"].decode("ascii")


def _end_to_end(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in headers if name.lower() not in HOP_BY_HOP]


async def _forward(request: Request, path: str) -> Response:
    """Forward a request to the cloud and its answer back, unchanged."""
    client: httpx.AsyncClient = request.app.state.cloud
    url = httpx.URL(path=path, query=request.url.query.encode())
    sent = client.build_request(
        request.method, url, headers=_end_to_end(request.headers.raw), content=await request.body()
    )
    try:
        answer = await client.send(sent, stream=True)
    except httpx.TransportError:
        return PlainTextResponse("The local cloud does not answer.\n", status_code=502)
    response = StreamingResponse(
        answer.aiter_raw(), status_code=answer.status_code, background=BackgroundTask(answer.aclose)
    )
    response.raw_headers = _end_to_end(answer.headers.raw)
    return response


class FrontDoor:
    """Serves an origin at a port of this machine, from a thread of its own.

    Raises `CloudError` when the port is in use or the server does not come up.
    """

    def __init__(self, origin: Origin, port: int) -> None:
        self.port = port
        self._server = uvicorn.Server(
            uvicorn.Config(
                origin.application(),
                host=HOST,
                port=port,
                lifespan="on",
                log_level="warning",
                access_log=False,
                date_header=False,
                server_header=False,
            )
        )
        self._thread = threading.Thread(target=self._server.run, name="front door", daemon=True)

    @property
    def url(self) -> str:
        """The origin people open; sign-in returns them to exactly this one."""
        return f"http://localhost:{self.port}"

    def __enter__(self) -> Self:
        must_be_free(self.port)
        self._thread.start()
        deadline = time.monotonic() + START_SECONDS
        while not self._server.started:
            if not self._thread.is_alive() or time.monotonic() > deadline:
                raise CloudError(f"The front door did not open at port {self.port}.")
            time.sleep(0.02)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(START_SECONDS)
