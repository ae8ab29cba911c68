"""The local cloud, writing down each permission that a function was asked for: started by `tests.bench.permissions`."""

import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "infra" / "local"))
launcher: Any = importlib.import_module("launcher")
evaluator: Any = importlib.import_module("ministack.core.iam_evaluator")
evaluate, enforce = evaluator.evaluate, evaluator.enforce
asked: list[Any] = []
"""What the last question was, by whom and about what."""


def remembered(question: Any, *policies: Any) -> Any:
    """Evaluate, and remember what was asked."""
    asked[:] = [question]
    return evaluate(question, *policies)


def recorded(*arguments: Any, **named: Any) -> Any:
    """Allow or refuse, and add a line to the record in the cloud's folder."""
    asked.clear()
    refused = enforce(*arguments, **named)
    for question in asked:
        line = {
            "at": time.time(),
            "who": question.principal_arn,
            "action": question.action,
            "resource": question.resource_arn,
            "keys": evaluator._resolve_condition_key(launcher.LEADING_KEYS, question),  # noqa: SLF001
            "decision": "denied" if refused else "allowed",
        }
        with Path("permissions.jsonl").open("a") as record:
            record.write(json.dumps(line) + "\n")
    return refused


evaluator.evaluate, evaluator.enforce = remembered, recorded
launcher.main()
