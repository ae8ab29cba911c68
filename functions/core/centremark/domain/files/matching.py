"""Finding the one candidate of a mark sheet that everything in a line names."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum

from centremark.domain.catalogue.catalogue import Candidate
from centremark.domain.catalogue.names import Name
from centremark.domain.files.faults import SHOWN, FaultCode, Unreadable
from centremark.domain.files.marks_file import MarksLine
from centremark.domain.shared.identifiers import CandidateNumber, Uci
from centremark.domain.sheet.listed_sheet import ListedSheet


class Agreement(Enum):
    """How a name compares with a candidate's: theirs, the same surname with another forename, or somebody else's."""

    SAME = "same"
    ANOTHER_FORM = "another form"
    SOMEBODY_ELSE = "somebody else"


class MatchedBy(StrEnum):
    """What a candidate was found by; whatever else the line says is then compared with them."""

    NUMBER = "number"
    UCI = "uci"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Found:
    """The candidate a line names; `differs` when the line writes the name differently from the entry."""

    candidate: CandidateNumber
    by: MatchedBy
    differs: bool = False


class People:
    """The candidates of one sheet, to be found by number, UCI or name; a former name finds them too."""

    def __init__(self, listed: ListedSheet) -> None:
        self._entries = {number: entry for number, entry in listed.roster.items() if number in listed.sheet.rows}
        self._by_uci: dict[str, Candidate] = {entry.uci: entry for entry in self._entries.values()}
        self._names: dict[CandidateNumber, list[Name]] = {}
        self._near: defaultdict[str, set[CandidateNumber]] = defaultdict(set)
        for number, entry in self._entries.items():
            self._names[number] = [Name.written(name) for name in (entry.name, entry.former) if name]
            for name in self._names[number]:
                for word in (*name.words, "".join(name.words)):
                    self._near[word].add(number)
        self._code = listed.sheet.assessment.code

    def whose(self, line: MarksLine) -> Found:
        """Find the one candidate that number, UCI and name agree on; raises `Unreadable` when there is none.

        A number or a UCI written in the same cell as the name is compared too.
        """
        found = self._found(line)
        for word in line.written_name.words:
            beside = CandidateNumber.FORM.fullmatch(word) or Uci.FORM.fullmatch(word.upper())
            if beside and word.upper() not in {found.candidate, self._entries[found.candidate].uci}:
                problem = f"The line is candidate {found.candidate}'s, but {word.upper()} is beside the name."
                raise Unreadable(FaultCode.IDENTITY_DISAGREES, problem)
        return found

    def _found(self, line: MarksLine) -> Found:
        if line.candidate is None and not line.uci:
            return Found(self._called(line.written_name), MatchedBy.NAME)
        entry = self._identified(line)
        if line.uci and line.uci != entry.uci:
            other = self._by_uci.get(line.uci)
            whose = f"that of candidate {other.number}" if other else "no candidate's here"
            problem = f"The number is candidate {entry.number}'s, but the UCI {line.uci[:SHOWN]} is {whose}."
            raise Unreadable(FaultCode.IDENTITY_DISAGREES, problem)
        name = line.written_name
        match self._agreement(name, entry.number) if name.words else Agreement.SAME:
            case Agreement.SOMEBODY_ELSE:
                raise Unreadable(FaultCode.IDENTITY_DISAGREES, self._named_otherwise(line, name, entry))
            case how:
                by = MatchedBy.NUMBER if line.candidate else MatchedBy.UCI
                return Found(entry.number, by, differs=how is Agreement.ANOTHER_FORM)

    def may_have(self, line: MarksLine) -> bool:
        """Whether number, UCI and name fit a candidate of the sheet, even if they fit more than one."""
        try:
            self.whose(line)
        except Unreadable as error:
            return error.code in {FaultCode.IDENTITY_DISAGREES, FaultCode.NAME_SHARED}
        return True

    def _identified(self, line: MarksLine) -> Candidate:
        if line.candidate:
            if entry := self._entries.get(line.candidate):
                return entry
            said = f"Candidate {line.candidate} is not entered for {self._code}."
        else:
            if entry := self._by_uci.get(line.uci):
                return entry
            said = f"No candidate with the UCI {line.uci[:SHOWN]} is entered for {self._code}."
        raise Unreadable(FaultCode.CANDIDATE_NOT_ENTERED, said)

    def _called(self, name: Name) -> CandidateNumber:
        """The only candidate that a name alone can mean, if there is just one."""
        if not name.words:
            raise Unreadable(FaultCode.CANDIDATE_MISSING, "There is no candidate number, UCI or name.")
        match found := sorted(self._who_may_be(name)):
            case [one]:
                return one
            case []:
                if any(name.is_part_of(theirs) for _, theirs in self._nearby(name)):
                    problem = "The line has only part of a name and no candidate number."
                    raise Unreadable(FaultCode.NAME_INCOMPLETE, problem)
                raise Unreadable(FaultCode.CANDIDATE_NOT_ENTERED, f"Nobody with this name is entered for {self._code}.")
            case _:
                raise Unreadable(FaultCode.NAME_SHARED, f"Candidates {', '.join(found)} could have this name.")

    def _agreement(self, name: Name, number: CandidateNumber) -> Agreement:
        theirs = self._names[number]
        if any(name.is_same(one) for one in theirs):
            return Agreement.SAME
        others = self._who_may_be(name) - {number}
        if any(name.may_be(one) for one in theirs):
            exactly = any(name.is_same(one) for other in others for one in self._names[other])
            return Agreement.SOMEBODY_ELSE if exactly else Agreement.SAME
        if others:
            return Agreement.SOMEBODY_ELSE
        if any(name.is_part_of(one) for one in theirs):
            return Agreement.SAME
        shares = any(name.shares_surname(one) for one in theirs)
        return Agreement.ANOTHER_FORM if shares else Agreement.SOMEBODY_ELSE

    def _named_otherwise(self, line: MarksLine, name: Name, entry: Candidate) -> str:
        what = "number" if line.candidate else "UCI"
        others = sorted(self._who_may_be(name) - {entry.number})
        whose = f"that of candidate {others[0]}" if others else "not the one on that entry"
        return f"The {what} is candidate {entry.number}'s, but the name is {whose}."

    def _who_may_be(self, name: Name) -> set[CandidateNumber]:
        return {number for number, theirs in self._nearby(name) if name.may_be(theirs)}

    def _nearby(self, name: Name) -> Iterator[tuple[CandidateNumber, Name]]:
        """Everyone who shares a word with a name, listed under each of their names."""
        near = {number for word in (*name.words, "".join(name.words)) for number in self._near.get(word, ())}
        for number in near:
            for theirs in self._names[number]:
                yield number, theirs
