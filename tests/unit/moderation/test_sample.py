"""The draw of a sample: its size, its extremes, its spread, and that it can be repeated."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centremark.domain.moderation.sample import OCR_TABLE, SampleTable, draw, replacement, top_up
from centremark.domain.sheet.moderation import Why

marks = st.dictionaries(st.integers(1000, 9999).map(str), st.integers(1, 70), max_size=260)
seeds = st.text(st.characters(codec="ascii"), max_size=8)


def drawn(pool: Mapping[str, int], size: int, seed: str) -> dict[str, Why]:
    return {d.key: d.why for d in draw(pool, size, seed)}


@pytest.mark.parametrize(
    ("candidates", "size"),
    [(0, 0), (1, 1), (15, 15), (16, 15), (100, 15), (101, 20), (200, 20), (201, 25), (4000, 25)],
)
def test_the_boards_table_says_how_many(candidates: int, size: int) -> None:
    assert OCR_TABLE.size(candidates) == size


def test_another_board_has_another_table_and_never_asks_for_more_than_there_are() -> None:
    jcq = SampleTable(((100, 10), (200, 15)), beyond=20)

    assert [jcq.size(candidates) for candidates in (4, 100, 101, 201)] == [4, 10, 15, 20]


@given(pool=marks, seed=seeds)
def test_a_sample_has_the_tables_size_and_nobody_twice(pool: dict[str, int], seed: str) -> None:
    size = OCR_TABLE.size(len(pool))

    keys = [d.key for d in draw(pool, size, seed)]

    assert len(keys) == len(set(keys)) == size
    assert set(keys) <= pool.keys()


@given(pool=marks.filter(lambda pool: len(pool) > 15), seed=seeds)
def test_the_highest_and_the_lowest_mark_are_always_in(pool: dict[str, int], seed: str) -> None:
    sample = drawn(pool, 15, seed)

    [highest] = [pool[key] for key, why in sample.items() if why is Why.HIGHEST]
    [lowest] = [pool[key] for key, why in sample.items() if why is Why.LOWEST]
    assert (lowest, highest) == (min(pool.values()), max(pool.values()))


@given(pool=marks.filter(lambda pool: len(pool) > 15), seed=seeds, size=st.integers(3, 15))
def test_every_band_of_attainment_with_someone_in_it_is_seen(pool: dict[str, int], seed: str, size: int) -> None:
    low, high, places = min(pool.values()), max(pool.values()), size - 2

    def bands(keys: Mapping[str, object]) -> set[int]:
        return {places * (pool[key] - low) // (high - low + 1) for key in keys}

    assert bands(drawn(pool, size, seed)) == bands(pool)


@given(pool=marks, seed=seeds)
def test_the_same_seed_draws_the_same_whatever_the_order(pool: dict[str, int], seed: str) -> None:
    size = OCR_TABLE.size(len(pool))

    assert draw(dict(reversed(pool.items())), size, seed) == draw(pool, size, seed)


def test_another_seed_draws_others() -> None:
    pool = {f"{number}": number % 50 + 1 for number in range(1000, 1200)}

    assert drawn(pool, 20, "one").keys() != drawn(pool, 20, "two").keys()


def test_over_many_seeds_everyone_of_one_mark_is_drawn_about_as_often() -> None:
    pool = {f"{number}": 30 for number in range(1000, 1040)}
    times = dict.fromkeys(pool, 0)
    for seed in range(1000):
        for key in drawn(pool, 10, str(seed)):
            times[key] += 1

    assert (min(times.values()) > 190, max(times.values()) < 310) == (True, True)


def test_everyone_of_a_small_group_is_asked_for_and_told_so() -> None:
    assert drawn({"1001": 9, "1002": 9, "1003": 40}, 3, "seed") == dict.fromkeys(("1003", "1001", "1002"), Why.EVERYONE)
    assert drawn({}, 0, "seed") == {}


@pytest.mark.parametrize(("size", "whys"), [(1, [Why.HIGHEST]), (2, [Why.HIGHEST, Why.LOWEST])])
def test_a_tiny_sample_is_the_extremes(size: int, whys: list[Why]) -> None:
    pool = {"1001": 9, "1002": 20, "1003": 40}

    assert list(drawn(pool, size, "seed").values()) == whys


def test_a_sample_is_listed_from_the_highest_mark_down() -> None:
    pool = {f"{number}": number % 50 + 1 for number in range(1000, 1200)}

    listed = [pool[d.key] for d in draw(pool, 20, "seed")]

    assert listed == sorted(listed, reverse=True)


def test_a_lone_mark_far_below_the_others_and_its_neighbour_are_both_seen() -> None:
    pool = {**{f"{number}": 50 + number % 10 for number in range(1000, 1090)}, "2001": 3, "2002": 12}

    assert {"2001", "2002"} <= drawn(pool, 15, "seed").keys()


@given(pool=marks.filter(lambda pool: len(pool) > 20), seed=seeds, late=st.lists(st.integers(1, 70), max_size=90))
def test_a_sample_that_is_topped_up_has_the_new_size_and_the_new_extremes(
    pool: dict[str, int], seed: str, late: list[int]
) -> None:
    held = drawn(pool, 15, seed)
    grown = {**pool, **{f"late-{place}": mark for place, mark in enumerate(late)}}

    added = top_up(held, grown, OCR_TABLE.size(len(grown)), seed)

    together = [grown[key] for key in (*held, *(d.key for d in added))]
    assert not held.keys() & {d.key for d in added}
    assert len(together) >= OCR_TABLE.size(len(grown))
    assert (min(together), max(together)) == (min(grown.values()), max(grown.values()))
    assert len(together) <= max(OCR_TABLE.size(len(grown)), len(held) + 2)


def test_a_late_entry_of_a_small_group_joins_the_sample() -> None:
    added = top_up(["1001", "1002"], {"1001": 9, "1002": 40, "1003": 20}, 3, "seed")

    assert [(d.key, d.why) for d in added] == [("1003", Why.ADDED)]


def test_lost_work_is_replaced_by_the_nearest_mark_outside_the_sample() -> None:
    pool = {"1001": 10, "1002": 30, "1003": 33, "1004": 50, "1005": 31}

    assert replacement("1002", ["1001", "1002", "1005"], pool, "seed") == "1003"
    assert replacement("1002", list(pool), pool, "seed") is None
