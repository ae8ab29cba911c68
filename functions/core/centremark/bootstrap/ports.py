"""The ports that the use cases need."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
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


class Ports(Protocol):
    """Each port by its name, made when first used or passed in."""

    @property
    def sheets(self) -> "Sheets": ...

    @property
    def presences(self) -> "Presences": ...

    @property
    def idempotency(self) -> "IdempotencyStore": ...

    @property
    def rosters(self) -> "Rosters": ...

    @property
    def catalogue(self) -> "Catalogue": ...

    @property
    def centre_settings(self) -> "CentreSettingsStore": ...

    @property
    def departments(self) -> "DepartmentsStore": ...

    @property
    def members(self) -> "Members": ...

    @property
    def people(self) -> "PeopleOfCentres": ...

    @property
    def sightings(self) -> "Sightings": ...

    @property
    def sign_ins(self) -> "SignIns": ...

    @property
    def rates(self) -> "Rates": ...

    @property
    def ledger(self) -> "Ledger": ...

    @property
    def intake(self) -> "Intake": ...

    @property
    def prints(self) -> "Prints": ...

    @property
    def uploads(self) -> "Uploads": ...

    @property
    def files(self) -> "Files": ...

    @property
    def formats(self) -> "Formats": ...

    @property
    def readings(self) -> "Readings": ...

    @property
    def webhooks(self) -> "Webhooks": ...

    @property
    def sender(self) -> "Sender": ...

    @property
    def retries(self) -> "Retries": ...

    @property
    def overview(self) -> "Overview": ...

    @property
    def requests(self) -> "Requests": ...

    @property
    def preferences(self) -> "NotificationPreferences": ...

    @property
    def post(self) -> "Post": ...

    @property
    def mailer(self) -> "Mailer": ...

    @property
    def seeds(self) -> "SeedSource": ...

    @property
    def clock(self) -> "Clock": ...

    @property
    def origin(self) -> str: ...
