"""Write infra/openapi.json from the routes: `make openapi`."""

import json
import sys
from pathlib import Path
from typing import Any, Final

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.openapi.models import HTTPBearer
from pydantic import BaseModel

from centremark.handlers.api import account, after_submission, board, files, people, read_files, records, sheets
from centremark.handlers.api.routes import marks_in_bulk as bulk
from centremark.handlers.api.routes import notices, requests, webhooks
from centremark.handlers.api.schemas.marks_in_bulk import PutMarksIn

ROUTES: Final = (
    *(sheets, account, people, records, files, read_files, after_submission, board),
    *(bulk, requests, notices, webhooks),
)
"""Every module with routes of the API."""
COMMITTED = Path(__file__).with_name("openapi.json")


def document() -> dict[str, Any]:
    """The OpenAPI 3.1 document of the whole API."""
    app = APIGatewayHttpResolver(enable_validation=True)
    for routes in ROUTES:
        app.include_router(routes.router)
    text = app.get_openapi_json_schema(
        title="Centremark",
        version="1.0.0",
        security_schemes={"token": HTTPBearer(bearerFormat="JWT")},
        description="Marks that centres gave to their own candidates, sent to the exam board.",
    )
    whole = json.loads(text)
    _add_forms(whole)
    _add_body(whole, "/v1/sheets/{sheet}/marks", "put", PutMarksIn)
    return whole


FORMS: Final = {
    "candidate": "^[0-9]{4}$",
    "centre": "^[0-9]{5}$",
    "series_id": "^20[0-9]{2}-(0[1-9]|1[0-2])$",
    "person": "^[A-Za-z0-9-]{1,64}$",
    "number": "^[1-9][0-9]{0,3}$",
    "sheet": r"^20[0-9]{2}-(0[1-9]|1[0-2])\.[0-9]{5}\.[A-Z0-9]{3,6}-[A-Z0-9]{1,4}$",
    "upload": r"^20[0-9]{2}-(0[1-9]|1[0-2])\.[0-9]{5}\.[0-9]{14}-[0-9a-f]{12}$",
}
"""The forms of identifiers in addresses. The domain reads them, with words of its own for one that is malformed."""


def _add_forms(whole: dict[str, Any]) -> None:
    for operations in whole["paths"].values():
        for operation in operations.values():
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path":
                    parameter["schema"]["pattern"] = FORMS[parameter["name"]]


def _add_body(whole: dict[str, Any], path: str, method: str, model: type[BaseModel]) -> None:
    """Document a body that a route reads by itself, without powertools."""
    schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
    shared: dict[str, Any] = whole["components"]["schemas"]
    for name, part in schema.pop("$defs", {}).items():
        if shared.setdefault(name, part) != part:
            raise ValueError(f"{name} is documented in two ways.")
    shared[model.__name__] = schema
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}}}
    whole["paths"][path][method]["requestBody"] = {"required": True, "content": content}


def rendered() -> str:
    """The document as it should be committed."""
    return json.dumps(document(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    COMMITTED.write_text(rendered())
    sys.stdout.write(f"Wrote {COMMITTED.name}\n")
