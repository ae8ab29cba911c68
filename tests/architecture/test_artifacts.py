"""What ships, told by counts: counts do not flake, and each stands for time at a cold start."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from infra.local.deploy import BUILT as TEMPLATE
from infra.package.build import BUILT, ROOT, UNITS, Unit, digest, inputs

UNCHECKED_HASH: Final = 0b01
"""The header flag of bytecode that Python trusts without looking at its source (PEP 552)."""
A_FUNCTIONS_ENVIRONMENT: Final = {
    "AWS_DEFAULT_REGION": "eu-west-2",
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "POWERTOOLS_SERVICE_NAME": "centremark",
    "CENTREMARK_MARKS_TABLE": "marks",
    "CENTREMARK_LEDGER_TABLE": "ledger",
    "CENTREMARK_BUS": "bus",
    "CENTREMARK_INTAKE_BUCKET": "intake",
    "CENTREMARK_REPORTS_BUCKET": "reports",
    "CENTREMARK_UPLOADS_BUCKET": "uploads",
    "CENTREMARK_RENDER_QUEUE": "https://sqs.eu-west-2.amazonaws.com/123456789012/render",
    "CENTREMARK_WEBHOOK_QUEUE": "https://sqs.eu-west-2.amazonaws.com/123456789012/webhook",
    "CENTREMARK_WEBHOOK_TARGETS": "public",
    "CENTREMARK_MAIL_QUEUE": "https://sqs.eu-west-2.amazonaws.com/123456789012/mail.fifo",
    "CENTREMARK_USER_POOL": "eu-west-2_people",
    "CENTREMARK_MAIL_FROM": "marks@board.example",
    "CENTREMARK_MAIL_CONFIGURATION": "mail",
    "CENTREMARK_ORIGIN": "https://marks.example",
}
START: Final = """
import importlib, json, sys
sys.path.insert(0, sys.argv[1])
import botocore.session
clients, create = [], botocore.session.Session.create_client
def counted(self, service, *args, **kwargs):
    clients.append(service)
    return create(self, service, *args, **kwargs)
botocore.session.Session.create_client = counted
importlib.import_module(sys.argv[2])
modules = sorted(sys.modules)
if "centremark.bootstrap" in sys.modules:
    from centremark.adapters.dynamodb import items
    sys.modules["centremark.bootstrap"].services()
    for model in (row for row in vars(items).values() if isinstance(row, type) and issubclass(row, items.Model)):
        if getattr(getattr(model, "Meta", None), "table_name", None):
            model._get_connection().connection.client
print(json.dumps({"modules": modules, "clients": clients}))
"""
BUDGETS: Final = {
    "centremark.handlers.api.sheets": 692,
    "centremark.handlers.api.account": 660,
    "centremark.handlers.api.people": 680,
    "centremark.handlers.api.records": 675,
    "centremark.handlers.api.files": 705,
    "centremark.handlers.api.read_files": 706,
    "centremark.handlers.consumers.check_files": 549,
    "centremark.handlers.consumers.deliver_webhooks": 547,
    "centremark.handlers.api.after_submission": 672,
    "centremark.handlers.consumers.queue_notices": 563,
    "centremark.handlers.consumers.send_mail": 540,
    "centremark.handlers.consumers.record_bounces": 540,
    "centremark.handlers.api.board": 677,
    "centremark.handlers.consumers.relay": 497,
    "centremark.handlers.consumers.confirm_submissions": 538,
    "centremark.handlers.consumers.prepare_prints": 563,
    "handler": 463,
}
"""Modules that importing a handler may load, the interpreter's own among them: about 3 % above what it loads today."""
ROOMS: Final = {
    "sheets": "board catalogue checks marks notices people requests shared sheet submission",
    "account": "board catalogue notices people shared sheet webhooks",
    "people": "board catalogue notices people shared sheet",
    "records": "board catalogue checks history notices people prints requests shared sheet submission",
    "files": "board catalogue checks files marks notices people prints requests shared sheet",
    "read_files": "board catalogue checks files history marks notices people prints requests shared sheet",
    "after_submission": "amendments board catalogue checks moderation people shared sheet",
    "board": "amendments board catalogue entries moderation people shared sheet",
}
"""Rooms of the domain and of the use cases that importing a function of the API loads; the rest wait for their call."""
CORE_HANDLERS: Final = [handler for handler in BUDGETS if handler != "handler"]


@cache
def started(handler: str) -> dict[str, Any]:
    """Import a handler from its artifact alone, and reach every table."""
    artifact = BUILT / ("core" if handler.startswith("centremark.") else "renderer")
    command = [sys.executable, "-I", "-S", "-c", START, artifact, handler]
    done = subprocess.run(  # our own artifact
        command, env=A_FUNCTIONS_ENVIRONMENT, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(params=UNITS, ids=lambda unit: unit.name)
def unit(request: pytest.FixtureRequest) -> Unit:
    return request.param


def test_the_artifact_is_made_from_the_source_as_it_is_now(unit: Unit) -> None:
    assert (BUILT / f"{unit.name}.inputs").read_text() == digest(inputs(unit)), "Run `make build`."


def test_the_requirements_are_those_of_the_lock(unit: Unit) -> None:
    uv = os.environ.get("UV") or shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv")
    command = [uv, "export", "--quiet", "--locked", "--only-group", unit.name, "--no-header", "--no-annotate"]
    locked = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout

    assert unit.requirements.read_text() == locked, "Run `make build` and commit what it writes."


def test_every_source_file_has_bytecode_that_is_never_stale(unit: Unit) -> None:
    artifact = BUILT / unit.name
    without: list[Path] = []
    distrusted: list[Path] = []
    for source in artifact.rglob("*.py"):
        bytecode = source.parent / "__pycache__" / f"{source.stem}.{sys.implementation.cache_tag}.pyc"
        if not bytecode.exists():
            without.append(source.relative_to(artifact))
        elif int.from_bytes(bytecode.read_bytes()[4:8], "little") != UNCHECKED_HASH:
            distrusted.append(source.relative_to(artifact))

    assert (without, distrusted) == ([], [])


def test_botocore_describes_only_the_services_that_are_called(unit: Unit) -> None:
    data = BUILT / unit.name / "botocore" / "data"

    assert {folder.name for folder in data.iterdir() if folder.is_dir()} == unit.services


@pytest.mark.parametrize(
    ("name", "absent"),
    [("core", ["typst", "boto3", "aws_xray_sdk"]), ("renderer", ["pynamodb", "pydantic", "boto3", "aws_xray_sdk"])],
)
def test_a_unit_does_not_carry_the_others_libraries(name: str, absent: list[str]) -> None:
    assert [library for library in absent if (BUILT / name / library).exists()] == []


def test_building_leaves_the_environments_own_packages_whole() -> None:
    botocore = next((ROOT / ".venv" / "lib").glob("python*/site-packages/botocore/data"))

    assert (botocore / "ec2").exists()


@pytest.mark.parametrize("handler", BUDGETS)
def test_importing_a_handler_loads_no_more_modules_than_its_budget(handler: str) -> None:
    modules = started(handler)["modules"]

    assert len(modules) <= BUDGETS[handler]
    assert {"boto3", "aws_xray_sdk"}.isdisjoint(modules)


@pytest.mark.parametrize("name", ROOMS)
def test_a_function_of_the_api_loads_only_the_rooms_that_its_routes_need(name: str) -> None:
    places = (module.split(".") for module in started(f"centremark.handlers.api.{name}")["modules"])
    rooms = {
        room
        for top, layer, room, *_ in (p for p in places if len(p) > 3)
        if top == "centremark" and layer in {"domain", "usecases"}
    }

    assert sorted(rooms) == ROOMS[name].split()


@pytest.mark.parametrize(
    "handler",
    [f"centremark.handlers.api.{name}" for name in ("sheets", "account", "records", "after_submission", "board")],
)
def test_an_api_process_reaches_all_its_tables_over_one_client(handler: str) -> None:
    assert started(handler)["clients"] == ["dynamodb"]


def test_the_relay_starts_without_the_tables_library() -> None:
    assert {"pynamodb", "pydantic"}.isdisjoint(started("centremark.handlers.consumers.relay")["modules"])


@pytest.mark.parametrize("handler", CORE_HANDLERS)
def test_a_handler_of_the_core_does_not_load_the_typesetter(handler: str) -> None:
    assert "typst" not in started(handler)["modules"]


def test_every_function_has_a_built_folder_that_is_its_unit(template_at: Callable[[Path], Any]) -> None:
    source, built = (template_at(path)["Resources"] for path in (ROOT / "template.yaml", TEMPLATE))
    functions = {name: r for name, r in source.items() if r["Type"] == "AWS::Serverless::Function"}
    assert functions
    for name, function in functions.items():
        unit = BUILT / Path(function["Properties"]["CodeUri"]).name
        folder = TEMPLATE.parent / built[name]["Properties"]["CodeUri"]
        module = function["Properties"]["Handler"].rpartition(".")[0].replace(".", "/")
        assert (folder / f"{module}.py").samefile(unit / f"{module}.py")
        assert files_of(folder) == files_of(unit)


def files_of(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
