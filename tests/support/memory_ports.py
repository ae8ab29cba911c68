"""Ports that a test chooses one by one."""

from dataclasses import dataclass

from centremark.domain.board.ports import Overview
from centremark.domain.catalogue.ports import Catalogue, Rosters
from centremark.domain.files.ports import Files, Formats, Readings, Uploads
from centremark.domain.history.ports import Ledger
from centremark.domain.moderation.ports import SeedSource
from centremark.domain.notices.ports import Mailer, NotificationPreferences, Post
from centremark.domain.people.ports import (
    CentreSettingsStore,
    DepartmentsStore,
    Members,
    PeopleOfCentres,
    Rates,
    Sightings,
    SignIns,
)
from centremark.domain.prints.ports import Prints
from centremark.domain.requests.ports import Requests
from centremark.domain.shared.ports import Clock, IdempotencyStore
from centremark.domain.sheet.ports import Presences, Sheets
from centremark.domain.submission.ports import Intake
from centremark.domain.webhooks.ports import Retries, Sender, Webhooks


@dataclass(frozen=True)
class MemoryPorts:
    sheets: Sheets
    presences: Presences
    idempotency: IdempotencyStore
    rosters: Rosters
    catalogue: Catalogue
    centre_settings: CentreSettingsStore
    departments: DepartmentsStore
    members: Members
    people: PeopleOfCentres
    sightings: Sightings
    sign_ins: SignIns
    rates: Rates
    ledger: Ledger
    intake: Intake
    prints: Prints
    uploads: Uploads
    files: Files
    formats: Formats
    readings: Readings
    webhooks: Webhooks
    sender: Sender
    retries: Retries
    overview: Overview
    requests: Requests
    preferences: NotificationPreferences
    post: Post
    mailer: Mailer
    seeds: SeedSource
    clock: Clock
    origin: str
