"""Use cases over the ports in memory, with a clock that stands still."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from centremark.adapters.files.formats import FileFormats
from centremark.bootstrap import Services
from tests.support.builders import NOON, SHEET, a_candidate, a_centre, a_series, an_assessment
from tests.support.entering import enter_candidates
from tests.support.memory import (
    Memory,
    MemoryCatalogue,
    MemoryChoices,
    MemoryClaims,
    MemoryDepartments,
    MemoryFiles,
    MemoryLedger,
    MemoryMembers,
    MemoryOverview,
    MemoryRates,
    MemoryReadings,
    MemoryRosters,
    MemorySheets,
    MemoryUploads,
)
from tests.support.memory_buckets import MemoryIntake, MemoryPrints
from tests.support.memory_mail import MemoryMailer, MemoryPost, MemoryWishes
from tests.support.memory_people import MemoryPeople, MemorySightings, MemorySignIns
from tests.support.memory_ports import MemoryPorts
from tests.support.memory_requests import MemoryPresences, MemoryRequests
from tests.support.memory_webhooks import MemoryRetries, MemorySender, MemoryWebhooks


@dataclass
class World:
    """A board with one series, one centre and one assessment, and three candidates entered unless others are."""

    memory: Memory = field(default_factory=Memory)
    intake: MemoryIntake = field(default_factory=MemoryIntake)
    prints: MemoryPrints = field(default_factory=MemoryPrints)
    files: MemoryFiles = field(default_factory=MemoryFiles)
    sender: MemorySender = field(default_factory=MemorySender)
    post: MemoryPost = field(default_factory=MemoryPost)
    mailer: MemoryMailer = field(default_factory=MemoryMailer)
    sign_ins: MemorySignIns = field(default_factory=MemorySignIns)
    now: datetime = NOON
    entered: Sequence[int] = (1001, 1002, 1003)

    def __post_init__(self) -> None:
        self.sheets = MemorySheets(self.memory)
        self.ledger = MemoryLedger(self.memory)
        self.uploads = MemoryUploads(self.memory)
        self.readings = MemoryReadings()
        self.webhooks = MemoryWebhooks(self.memory)
        self.ports = MemoryPorts(
            sheets=self.sheets,
            idempotency=MemoryClaims(self.memory),
            rosters=MemoryRosters(self.memory),
            catalogue=MemoryCatalogue(self.memory),
            centre_settings=MemoryChoices(self.memory),
            departments=MemoryDepartments(self.memory),
            members=MemoryMembers(self.memory),
            people=MemoryPeople(self.memory),
            sightings=MemorySightings(self.memory),
            sign_ins=self.sign_ins,
            rates=MemoryRates(self.memory),
            ledger=self.ledger,
            intake=self.intake,
            prints=self.prints,
            uploads=self.uploads,
            files=self.files,
            formats=FileFormats(),
            readings=self.readings,
            webhooks=self.webhooks,
            sender=self.sender,
            retries=MemoryRetries(),
            overview=MemoryOverview(self.memory),
            presences=MemoryPresences(),
            requests=MemoryRequests(self.memory),
            preferences=MemoryWishes(self.memory),
            post=self.post,
            mailer=self.mailer,
            seeds=lambda: "a seed",
            clock=lambda: self.now,
            origin="https://marks.example",
        )
        self.services = Services(self.ports)
        for item in (a_series(), a_centre(), an_assessment()):
            self.services.catalogue.put(item)
        enter_candidates(self.services, SHEET, map(a_candidate, self.entered))
