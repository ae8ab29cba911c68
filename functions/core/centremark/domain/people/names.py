"""What people are called."""

from typing import Final, Self

from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.links import has_address
from centremark.domain.shared.text import must_say_something, one_line

LONGEST_NAME: Final = 100


class PersonName(str):
    """A person's or a program's name, in one line; it stands in mail to others, so it has no address in it.

    Raises `Malformed`.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Read a name as it was typed; raises `Malformed`."""
        name = must_say_something(one_line(text))
        if len(name) > LONGEST_NAME:
            raise Malformed(f"The name has {len(name)} characters, but the most is {LONGEST_NAME}. Shorten it.")
        if has_address(name):
            raise Malformed("A name cannot have a web or email address in it. Enter the name alone.")
        return super().__new__(cls, name)
