"""What the front door serves for a stack: the page's configuration and the security headers of its template."""

import re
from pathlib import Path
from typing import Any, Final

from infra.dataset import Dataset
from infra.local.cloud import ROOT, LocalCloud
from infra.local.front_door import Origin
from infra.local.stack import Stack
from infra.page_config import config

BUCKETS: Final = re.compile(r"https://[^ ;]+\.s3\.[^ ;]*amazonaws\.com")
PAGE: Final = ROOT / "frontend" / "dist"


def origin_of(stack: Stack, cloud: LocalCloud, people: Dataset | None, page: Path = PAGE) -> Origin:
    """Build the local origin; with people, the page offers their sign-ins."""
    told: dict[str, Any] = {**config(stack.outputs), "signIn": ""}
    if people:
        told["demo"] = [
            {"name": p.name, "email": p.email, "password": people.password, "what": p.what} for p in people.people
        ]
    return Origin(
        page=page,
        config=told,
        headers=security_headers(stack, cloud.url),
        cloud=cloud.url,
        api=stack.outputs["ApiId"],
        user_pool=stack.outputs["UserPoolId"],
    )


def security_headers(stack: Stack, cloud: str) -> dict[str, str]:
    """The headers CloudFront adds, without HSTS as there is no TLS; buckets are at the cloud's address."""
    [policy] = [name for name in stack.ids if stack.resource(name)[0] == "AWS::CloudFront::ResponseHeadersPolicy"]
    wanted = stack.values.of(stack.resource(policy)[1])["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    content = wanted["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    return {
        "Content-Security-Policy": BUCKETS.sub(cloud, content),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": wanted["FrameOptions"]["FrameOption"],
        "Referrer-Policy": wanted["ReferrerPolicy"]["ReferrerPolicy"],
    }
