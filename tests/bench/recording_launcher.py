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
evaluate = evaluator.evaluate


def recorded(asked: Any, *policies: Any) -> Any:  # noqa: ANN401  # the emulator ships no types
    """Evaluate, and add a line to the record in the cloud's folder."""
    result = evaluate(asked, *policies)
    line = {
        "at": time.time(),
        "who": asked.principal_arn,
        "action": asked.action,
        "resource": asked.resource_arn,
        "keys": evaluator._resolve_condition_key(launcher.LEADING_KEYS, asked),  # noqa: SLF001
        "decision": result.decision,
    }
    with Path("permissions.jsonl").open("a") as record:
        record.write(json.dumps(line) + "\n")
    return result


evaluator.evaluate = recorded
launcher.main()
