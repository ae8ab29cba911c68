"""Time-outs, lost connections, colleagues, crashes: nothing that was typed is lost."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Final

from playwright.sync_api import Dialog, Route, expect

from tests.e2e.conftest import SitDown
from tests.e2e.doing import hold, submit_a_class, visit
from tests.e2e.people import Computer, sign_in
from tests.e2e.town import COLLEAGUE, OFFICER, STRANGER, TEACHER, sheet_of
from tests.support.signing_in import renew
from tests.support.waiting import until

SIGNED_IN: Final = "Object.entries(sessionStorage).find(([key]) => key.startsWith('oidc.user:'))"
"""Where the page stores who has signed in, and what it stores."""


def test_a_token_that_dies_mid_page_costs_nothing(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T009/01")
    desk.box(1001).fill("40")
    expect(desk.note(1001)).to_contain_text("Saved")
    desk.page.evaluate("sessionStorage.clear()")
    for candidate in (1002, 1003, 1004):
        desk.box(candidate).fill(str(candidate - 960))
    expect(desk.page.get_by_role("alert")).to_contain_text("You have been signed out to keep marks safe")
    expect(desk.bar).to_contain_text("3 marks are kept on this computer")
    expect(desk.box(1004)).to_have_value("44")
    assert desk.violations() == []

    desk.page.get_by_role("button", name="Sign in again").first.click()
    sign_in(desk.page, TEACHER)
    expect(desk.box(1004)).to_be_focused()
    expect(desk.bar).to_contain_text("All saved")
    expect(desk.progress).to_contain_text("4 of 12 entered")
    desk.expected("401")


def test_another_person_who_signs_in_sees_none_of_it(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T010/01")
    desk.page.evaluate("sessionStorage.clear()")
    desk.box(1001).fill("40")
    expect(desk.bar).to_contain_text("1 mark is kept on this computer")

    desk.page.get_by_role("button", name="Sign in again").first.click()
    sign_in(desk.page, STRANGER)
    expect(desk.page.get_by_role("heading", level=1)).to_contain_text("Page not found")
    desk.page.get_by_role("button", name="Sign out").first.click()
    desk.sign_in(COLLEAGUE)
    desk.open("T010/01")
    expect(desk.box(1001)).to_have_value("")
    desk.expected("401")
    desk.expected("404")


def test_signing_out_leaves_nothing_on_the_computer(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T011/01")
    desk.context.set_offline(True)
    desk.box(1001).fill("40")
    expect(desk.bar).to_contain_text("1 mark kept on this computer")
    desk.context.set_offline(False)
    desk.box(1002).fill("99")
    expect(desk.note(1001)).to_contain_text("Saved")
    desk.expected("ERR_INTERNET_DISCONNECTED")
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        if len(asked) == 1:
            dialog.dismiss()
        else:
            dialog.accept()

    other = desk.context.new_page()
    other.goto(desk.address)
    expect(other.get_by_role("heading", level=1)).to_contain_text("Your assessments")
    other.on("dialog", answer)
    with other.expect_event("dialog"):
        other.get_by_role("button", name="Sign out").first.click()
    key, stored = other.evaluate(SIGNED_IN)
    client, refresh = key.rsplit(":", 1)[-1], json.loads(stored)["refresh_token"]
    assert renew(desk.address, client, refresh).is_success
    other.get_by_role("button", name="Sign out").first.click()
    expect(other.get_by_role("button", name="Sign in")).to_be_visible()
    assert asked == ["1 mark on this computer is not saved:\nT011-01, June 2027: 1002\nSign out and lose them?"] * 2
    expect(desk.page.get_by_role("button", name="Sign in")).to_be_visible()
    other.wait_for_url("**/signed-out")
    assert until(lambda: renew(desk.address, client, refresh).is_client_error)
    other.go_back()
    expect(other.get_by_role("heading", level=1)).to_contain_text("Send your centre's marks to the board")
    other.close()
    desk.sign_in(TEACHER)
    desk.open("T011/01")
    expect(desk.box(1001)).to_have_value("40")
    expect(desk.box(1002)).to_have_value("")


def test_two_minutes_without_a_connection_and_back(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER, Computer(clock=timedelta()))
    desk.open("T012/01")
    desk.context.set_offline(True)
    for candidate in (1001, 1002, 1003):
        desk.box(candidate).fill(str(candidate - 960))
    desk.page.clock.fast_forward("02:00")
    expect(desk.bar).to_contain_text("No connection: 3 marks kept on this computer, trying again.")
    assert desk.violations() == []
    desk.context.set_offline(False)
    expect(desk.bar).to_contain_text("All saved")
    desk.expected("ERR_INTERNET_DISCONNECTED")


def test_two_people_in_one_row_are_told_of_each_other_and_the_other_rows_go_on(at_desk: SitDown) -> None:
    mine, theirs = at_desk(TEACHER), at_desk(COLLEAGUE)
    mine.page.route("**/now", hold)  # else what they save may come in before the same row is typed in
    mine.open("T013/01")
    theirs.open("T013/01")
    theirs.box(1001).fill("47")
    expect(theirs.note(1001)).to_contain_text("Saved")
    mine.box(1001).fill("45")
    mine.box(1002).fill("46")

    expect(mine.note(1001)).to_contain_text("Colin Colleague saved 47 meanwhile.")
    expect(mine.note(1002)).to_contain_text("Saved")
    expect(mine.box(1001)).to_have_value("45")
    assert mine.violations() == []
    mine.page.get_by_role("button", name="Keep 45").click()
    expect(mine.note(1001)).to_contain_text("Saved")
    theirs.page.reload()
    expect(theirs.box(1001)).to_have_value("45")


def test_two_tabs_of_one_person_agree(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T015/01")
    desk.box(1001).fill("40")
    expect(desk.note(1001)).to_contain_text("Saved")
    other = at_desk(TEACHER)
    other.open("T015/01")
    expect(other.box(1001)).to_have_value("40")
    other.box(1002).fill("41")
    expect(other.note(1002)).to_contain_text("Saved")
    desk.box(1002).fill("41")
    desk.box(1003).fill("42")
    expect(desk.note(1002)).to_contain_text("Saved")
    expect(desk.note(1003)).to_contain_text("Saved")
    expect(desk.progress).to_contain_text("3 of 12 entered")


def test_a_save_that_fails_twice_is_made_once(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    desk.open("T024/01")
    keys: list[str | None] = []

    def fail_twice(route: Route) -> None:
        keys.append(route.request.header_value("idempotency-key"))
        if len(keys) <= 2:
            route.fulfill(status=500, json={"status": 500, "code": "fault"}, content_type="application/problem+json")
        else:
            route.continue_()

    desk.page.route("**/marks", fail_twice)
    desk.box(1001).fill("40")
    expect(desk.bar).to_contain_text("No answer from the service: 1 mark kept on this computer")
    expect(desk.bar).to_contain_text("All saved")
    assert len(keys) == 3
    assert len(set(keys)) == 1
    desk.expected("500")


def test_a_clock_that_is_an_hour_off_changes_nothing(at_desk: SitDown) -> None:
    for clock, candidate in ((timedelta(hours=1), 1001), (timedelta(hours=-1), 1002)):
        desk = at_desk(TEACHER, Computer(clock=clock))
        desk.open("T017/01")
        desk.box(candidate).fill("40")
        expect(desk.note(candidate)).to_contain_text("Saved")


def test_going_back_in_the_middle_of_a_mark_saves_it(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER)
    page = desk.page
    page.get_by_role("link", name="T018/01").click()
    desk.box(1001).fill("40")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your assessments")
    page.go_forward()
    expect(desk.box(1001)).to_have_value("40")
    expect(desk.note(1001)).to_contain_text("Saved")


def test_someone_who_goes_away_is_warned_and_then_signed_out_and_finds_everything_again(at_desk: SitDown) -> None:
    desk = at_desk(TEACHER, Computer(clock=timedelta()))
    clock, began = desk.page.clock, datetime.now(UTC)
    clock.set_fixed_time(began)  # so that no minute depends on how fast the machine is
    desk.open("T004/01")
    desk.box(1040).focus()
    clock.set_fixed_time(began + timedelta(minutes=28, seconds=30))
    dialog = desk.page.get_by_role("alertdialog")
    expect(dialog).to_contain_text("You will be signed out in 1 minute 30 seconds")
    assert desk.violations() == []
    dialog.get_by_role("button", name="Stay signed in").click()
    expect(dialog).to_have_count(0)
    expect(desk.box(1040)).to_be_focused()
    desk.context.set_offline(True)
    desk.box(1040).fill("12")
    expect(desk.bar).to_contain_text("1 mark kept on this computer")
    clock.set_fixed_time(began + timedelta(minutes=58, seconds=35))
    cover = desk.page.get_by_role("alertdialog")
    expect(cover).to_contain_text("This page is hidden.")
    expect(desk.page.locator("table")).to_be_hidden()
    expect(desk.page.get_by_text("Tess Teacher")).to_have_count(0)
    desk.page.keyboard.press("Escape")
    expect(cover).to_be_visible()
    assert desk.violations() == []
    desk.context.set_offline(False)
    cover.get_by_role("button", name="Sign in again").click()
    sign_in(desk.page, TEACHER)
    expect(desk.box(1040)).to_have_value("12")
    expect(desk.note(1040)).to_contain_text("Saved")
    expect(desk.page).to_have_url(re.compile(sheet_of("T004/01")))
    desk.expected("401", "ERR_INTERNET_DISCONNECTED")


def test_what_was_typed_while_a_colleague_submitted_is_never_shown_as_submitted(at_desk: SitDown) -> None:
    mine, officer = at_desk(TEACHER), at_desk(OFFICER)
    mine.open("T025/01")
    mine.context.set_offline(True)
    mine.box(1001).fill("45")
    mine.box(1002).fill("99")
    expect(mine.bar).to_contain_text("1 mark kept on this computer")
    submit_a_class(officer, "T025/01")
    mine.context.set_offline(False)

    told = mine.page.get_by_role("region", name="2 marks you typed were not sent")
    expect(told).to_contain_text("4554")
    expect(told).to_contain_text("99Absent")
    expect(mine.page.locator("#c1001 .cm-fixed").first).to_have_text("54")
    assert mine.violations() == []
    visit(mine, "T025/01", "print")
    expect(mine.page.get_by_text("This computer holds 2 marks of this sheet that are not saved")).to_be_visible()
    mine.page.get_by_role("link", name="Open the mark sheet to deal with them").click()
    mine.page.get_by_role("button", name="Remove this list").click()
    expect(told).to_have_count(0)
    mine.page.reload()
    expect(mine.page.locator("#c1001 .cm-fixed").first).to_have_text("54")
    expect(told).to_have_count(0)
    mine.expected("409", "ERR_INTERNET_DISCONNECTED")


def test_a_form_that_nothing_keeps_stays_while_another_tab_signs_in_again(at_desk: SitDown) -> None:
    desk = at_desk(OFFICER)
    page = visit(desk, "T026/01", "more-time")
    until = page.locator("#until")
    until.fill(until.get_attribute("min") or "")
    page.locator("#reason").fill("The teacher is ill.")
    page.evaluate("sessionStorage.clear()")
    page.get_by_role("button", name="Send request").click()
    expect(page.get_by_role("alert").first).to_contain_text("You have been signed out to keep marks safe")
    desk.expected("401")
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Sign in again").click()
    expect(page.get_by_role("alert").first).to_contain_text("We opened a new tab. Sign in there")
    sign_in(opened.value, OFFICER)
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text("Your assessments")

    expect(page.get_by_text("You have been signed out")).to_have_count(0)
    page.get_by_role("button", name="Send request").click()
    expect(page.get_by_text("The teacher is ill.").first).to_be_visible()
