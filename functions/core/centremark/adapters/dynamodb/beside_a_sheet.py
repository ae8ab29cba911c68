"""Whether a sheet and the items beside it come from the same save.

A sheet is in several items. A save writes them in one transaction, but DynamoDB does not read several items as of one
moment: each may be from before a transaction or from after it. So the sheet's item has a digest of the items beside it,
and whoever reads other ones reads again.
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-isolation.
"""

import json
import random
import time
from collections.abc import Callable
from hashlib import sha256
from typing import Final

from centremark.adapters.codec.codec import encode
from centremark.domain.shared.errors import Busy
from centremark.domain.sheet.amendment import Amendment
from centremark.domain.sheet.mark_sheet import MarkSheet

READS: Final = 8
FIRST_PAUSE_SECONDS: Final = 0.01


def what_stands_beside(sheet: MarkSheet) -> str:
    """A digest of a sheet's other items, without names; empty when they hold nothing."""
    reasons = [[candidate, row.circumstance.reason] for candidate, row in sheet.rows.items() if row.circumstance]
    held = [
        sheet.moderation and encode(sheet.moderation),
        sheet.extension and encode(sheet.extension),
        encode(sheet.amendments, tuple[Amendment, ...]),
        sorted(reasons),
    ]
    return sha256(json.dumps(held).encode()).hexdigest()[:16] if any(held) else ""


def read_whole[T](read: Callable[[], T | None]) -> T:
    """Call `read` again for as long as it gives None because items are not of one save; raises `Busy`."""
    for turn in range(READS):
        if (found := read()) is not None:
            return found
        time.sleep(random.uniform(0, FIRST_PAUSE_SECONDS * 2**turn))  # noqa: S311  # jitter, not a secret
    raise Busy("Others are saving this mark sheet at the same moment. Send the same request again.")
