"""Write infra/openapi.json from the routes: `make openapi`."""

import json
import sys
from pathlib import Path
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.openapi.models import HTTPBearer

from centremark.handlers import after, board, marks, records

COMMITTED = Path(__file__).with_name("openapi.json")


def document() -> dict[str, Any]:
    """The OpenAPI 3.1 document of the whole API."""
    app = APIGatewayHttpResolver(enable_validation=True)
    for routes in (marks.router, records.router, after.router, board.router):
        app.include_router(routes)
    text = app.get_openapi_json_schema(
        title="Centremark",
        version="1.0.0",
        security_schemes={"token": HTTPBearer(bearerFormat="JWT")},
        description="Marks that centres gave to their own candidates, sent to the exam board.",
    )
    return json.loads(text)


def rendered() -> str:
    """The document as committed."""
    return json.dumps(document(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    COMMITTED.write_text(rendered())
    sys.stdout.write(f"Wrote {COMMITTED.name}\n")
