import pytest
from hypothesis import given
from hypothesis import strategies as st

from centremark.domain.catalogue.catalogue import Centre
from centremark.domain.people.ports import Member
from centremark.domain.shared.actor import BOARD_CENTRE, BOARD_ROLES, Role
from centremark.domain.shared.errors import Malformed
from centremark.domain.shared.identifiers import AssessmentCode, CandidateNumber, CentreNumber, SeriesId, SheetId, Uci


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (CentreNumber, "6423"),
        (CentreNumber, "64235 "),
        (CentreNumber, "٦٤٢٣٥"),
        (CandidateNumber, "101"),
        (CandidateNumber, "10011"),
        (CandidateNumber, "0000"),
        (SeriesId, "2027-13"),
        (SeriesId, "June 2027"),
        (AssessmentCode, "H446-03"),
        (AssessmentCode, "h446/03"),
    ],
)
def test_an_identifier_of_another_form_is_refused_in_words_that_name_the_form(kind: type[str], text: str) -> None:
    with pytest.raises(Malformed, match="is not a"):
        kind(text)


@pytest.mark.parametrize("text", ["0001", "9999"])
def test_candidates_are_numbered_from_0001_to_9999(text: str) -> None:
    assert CandidateNumber(text) == text


def test_the_number_of_the_boards_office_is_no_centres() -> None:
    with pytest.raises(Malformed, match="office"):
        Centre(BOARD_CENTRE, "A school")


@pytest.mark.parametrize("role", sorted(set(Role) - BOARD_ROLES))
def test_nobody_has_a_centres_role_at_the_boards_office(role: Role) -> None:
    with pytest.raises(Malformed, match=role):
        Member("subject", "Asha Patel", {BOARD_CENTRE: frozenset({Role.OPERATOR, role})})


def test_a_sheet_is_named_the_same_way_in_both_directions() -> None:
    sheet = SheetId.parse("2027-06.64235.H446-03")

    assert (sheet.series, sheet.centre, sheet.assessment) == ("2027-06", "64235", "H446/03")
    assert str(sheet) == "2027-06.64235.H446-03"


@pytest.mark.parametrize("text", ["", "2027-06.64235", "2027-06.64235.H446-03.1", "2027-06/64235/H446-03"])
def test_what_is_not_a_sheet_id_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        SheetId.parse(text)


def test_a_uci_ends_in_the_character_of_its_weighted_sum() -> None:
    # 16*1 + 15*2 + 14*3 + 13*4 + 12*5 + 11*0 + 10*2 + 9*6 + 8*0 + 7*0 + 6*0 + 5*1 is 279, and 279 is 7 modulo 17.
    assert Uci.check_character("123450260001") == "ABCDEFGHKLMRTVWXY"[279 % 17]
    assert Uci("123450260001" + "ABCDEFGHKLMRTVWXY"[279 % 17])


@given(st.from_regex(r"[0-9]{5}[0-9A-P][0-9]{6}", fullmatch=True).filter(str.isascii), st.data())
def test_a_single_mistyped_digit_of_a_uci_is_noticed(body: str, data: st.DataObject) -> None:
    uci = body + Uci.check_character(body)
    place = data.draw(st.sampled_from([0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11]))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != uci[place]]))

    with pytest.raises(Malformed):
        Uci(uci[:place] + other + uci[place + 1 :])


@pytest.mark.parametrize("letter", "QRSTUVWXYZ")
def test_letters_no_board_uses_are_not_part_of_a_uci(letter: str) -> None:
    body = f"64235{letter}260001"

    with pytest.raises(Malformed, match="13 characters"):
        Uci(body + Uci.check_character(body))
