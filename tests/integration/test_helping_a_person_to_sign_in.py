"""An operator's commands for one person who cannot sign in, at the local cloud's Cognito."""

import os
import subprocess
import sys
from typing import Final

import pytest

from infra.local.cloud import ROOT
from infra.local.deploy import STACK
from infra.local.service import LocalService

NEW, OLD = "new@harbourview.example", "old@harbourview.example"


HELP: Final = f"""
import sys
from infra.person import help_for, run
run(sys.argv[1:], lambda _stage, by: help_for({STACK!r}, by))
"""
"""`python -m infra.person` in the local stack, which is no stage of samconfig.toml."""


def person(service: LocalService, do: str, email: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", HELP, do, email, "--stage", "dev"]
    return subprocess.run(
        [*command, "--by", "Olu Perator <olu@board.example>"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT}:{ROOT / 'functions' / 'core'}", **service.cloud.access},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def pool(service: LocalService) -> str:
    return service.stack.outputs["UserPoolId"]


def test_an_invitation_is_sent_again(service: LocalService, pool: str) -> None:
    cognito = service.cloud.client("cognito-idp")
    cognito.admin_create_user(UserPoolId=pool, Username=NEW, UserAttributes=[{"Name": "email", "Value": NEW}])

    done = person(service, "invite", NEW)

    assert (done.returncode, done.stdout) == (0, f"{NEW} has a new invitation, which works for 7 days.\n"), done


def test_who_has_a_password_is_told_to_use_the_sign_in_page_and_may_lose_a_factor(
    service: LocalService, pool: str
) -> None:
    cognito = service.cloud.client("cognito-idp")
    cognito.admin_create_user(UserPoolId=pool, Username=OLD, MessageAction="SUPPRESS")
    cognito.admin_set_user_password(UserPoolId=pool, Username=OLD, Password="Long-enough-27", Permanent=True)

    refused, done = person(service, "invite", OLD), person(service, "reset-factor", OLD)

    assert (refused.returncode, "has chosen a password" in refused.stderr) == (1, True)
    assert (done.returncode, "with the password alone" in done.stdout) == (0, True), done
