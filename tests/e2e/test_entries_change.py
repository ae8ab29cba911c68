"""Entries with a story: a mark carried forward is locked, and lost work is recorded beside a mark."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import SitDown
from tests.e2e.people import Computer, Desk
from tests.e2e.town import CHANGED, OFFICER, TEACHER, sheet_of
from tests.support.reports import text_of

pytestmark = pytest.mark.e2e


def record(desk: Desk) -> Page:
    """Open the dialog that records lost work."""
    desk.page.get_by_role("button", name="More", exact=True).click()
    desk.page.get_by_role("button", name="Record lost work or special consideration").click()
    expect(desk.page.get_by_role("dialog")).to_be_visible()
    return desk.page


def assert_not_printed(page: Page, word: str) -> None:
    """The page prints the circumstance and leaves the word out."""
    printed = " ".join(" ".join(text_of(page.pdf())).split())
    assert "Lost work" in printed
    assert word not in printed


def test_a_mark_carried_forward_is_locked_and_says_where_it_is_from(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open(CHANGED)

    carried = desk.page.locator("#c1002")
    expect(carried).to_contain_text("Carried forward from June 2026")
    expect(carried).to_contain_text("61")
    expect(carried.locator("input")).to_have_count(0)
    expect(desk.page.locator("#c1003")).to_contain_text("Formerly BEFORE Someone")
    expect(desk.page.locator("#c1003")).to_contain_text("Moved from centre 64235")
    desk.box(1001).focus()
    desk.page.keyboard.type("40")
    desk.page.keyboard.press("Enter")
    expect(desk.box(1003)).to_be_focused()
    expect(desk.bar).to_contain_text("All saved")
    desk.box(1001).focus()
    desk.paste("41\n42\n43")
    expect(desk.page.locator(".cm-said")).to_contain_text("1 is carried forward and stays as it is.")
    expect(desk.bar).to_contain_text("All saved")
    expect(carried).to_contain_text("61")
    assert desk.violations() == []


def test_lost_work_is_recorded_beside_the_mark_and_stands_wherever_the_candidate_does(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER)
    desk.open(CHANGED)
    desk.box(1005).focus()
    desk.page.keyboard.type("30")
    desk.page.keyboard.press("Enter")
    expect(desk.bar).to_contain_text("All saved")

    page = record(desk)
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.get_by_role("link", name="Choose what to record")).to_be_visible()
    assert desk.violations() == []
    page.get_by_label("Candidate number").fill("1005")
    page.get_by_role("radio", name=re.compile("Lost work")).check()
    page.get_by_label("What happened").fill("The sketchbook was lost in a flood")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Record", exact=True).click()

    expect(page.locator(".cm-said")).to_contain_text("Recorded for candidate 1005: Lost work.")
    expect(page.locator("#c1005")).to_contain_text("Lost work The sketchbook was lost in a flood")
    expect(desk.box(1005)).to_have_value("30")
    assert desk.violations() == []
    assert_not_printed(page, "sketchbook")

    page.goto(f"{desk.address}/sheets/{sheet_of(CHANGED)}/print")
    paper = page.get_by_role("article", name="What is printed")
    expect(paper).to_contain_text("Lost work")
    expect(paper).to_contain_text("Carried forward from June 2026")
    expect(paper).not_to_contain_text("sketchbook")
    page.goto(f"{desk.address}/sheets/{sheet_of(CHANGED)}/submit")
    expect(page.locator(".cm-counts")).to_contain_text("Lost work1")
    expect(page.locator(".cm-counts")).to_contain_text("Carried forward1")
    page.goto(f"{desk.address}/sheets/{sheet_of(CHANGED)}/history")
    recorded = page.get_by_role("listitem").filter(has_text="The sketchbook was lost in a flood")
    expect(recorded).to_contain_text("Lost work or special consideration recorded")
    assert_not_printed(page, "sketchbook")
    page.goto(f"{desk.address}/sheets/{sheet_of(CHANGED)}/check")
    expect(page.get_by_text("The sketchbook was lost in a flood")).to_be_visible()
    assert_not_printed(page, "sketchbook")
    assert desk.violations() == []


def test_lost_work_is_recorded_and_taken_back_on_a_phone_in_welsh(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER, Computer(width=320, height=700))
    desk.open(CHANGED)
    page = record(desk)
    page.get_by_label("Candidate number").fill("1006")
    page.get_by_role("radio", name="Special consideration").check()
    page.get_by_label("What happened").fill("Ill")
    page.get_by_role("button", name="Record", exact=True).click()
    expect(page.locator("#c1006")).to_contain_text("Special consideration")
    assert desk.violations() == []

    page.get_by_role("banner").get_by_role("button", name="Cymraeg").click()
    expect(page.locator("#c1006")).to_contain_text("Ystyriaeth arbennig")
    page.get_by_role("button", name="Mwy", exact=True).click()
    page.get_by_role("button", name="Cofnodi gwaith coll neu ystyriaeth arbennig").click()
    page.get_by_label("Rhif ymgeisydd").fill("1006")
    page.get_by_role("radio", name=re.compile("^Dim")).check()
    page.get_by_role("button", name="Cofnodi", exact=True).click()
    expect(page.locator(".cm-said")).to_contain_text("Nid oes dim wedi'i gofnodi ar gyfer ymgeisydd 1006.")
    expect(page.locator("#c1006")).not_to_contain_text("Ystyriaeth arbennig")
    assert desk.violations() == []
