"""The ports of mail in memory; they pass the same suite as those on AWS."""

from dataclasses import dataclass, field

from centremark.domain.notices.notice import Notice, Preferences
from centremark.domain.notices.ports import Letter
from centremark.domain.shared.ports import WriteConflict
from tests.support.memory import Memory


@dataclass
class MemoryWishes:
    memory: Memory

    def get(self, subject: str) -> Preferences:
        return self.memory.wishes.get(subject, Preferences())

    def put(self, subject: str, preferences: Preferences) -> None:
        if self.get(subject).version != preferences.version - 1:
            raise WriteConflict
        self.memory.wishes[subject] = preferences


@dataclass
class MemoryPost:
    """The queue of notices, for a test to pass on."""

    sent: list[Notice] = field(default_factory=list[Notice])

    def send(self, notice: Notice) -> None:
        self.sent.append(notice)


@dataclass
class MemoryMailer:
    """Every letter with the address it was sent to."""

    sent: list[tuple[str, Letter]] = field(default_factory=list[tuple[str, Letter]])

    def send(self, subject: str, address: str, letter: Letter) -> None:  # noqa: ARG002  # no events come back
        self.sent.append((address, letter))
