"""Notices in Welsh. A Welsh speaker has to review these words before release."""

from typing import Final

from centremark.domain.notices import Kind
from centremark.usecases.letters.words import Telling, Words

WELSH: Final = Words(
    tag="cy",
    greeting="Annwyl {name},",
    several="{count} taflen farciau",
    kinds={
        Kind.CONFIRMED: Telling(
            "Marciau wedi'u cadarnhau: {about}",
            "Mae'r marciau a gyflwynodd eich canolfan gan y bwrdd arholi.",
            "Gweld y cyflwyniad",
        ),
        Kind.SAMPLE: Telling(
            "Gofyn am sampl o waith: {about}",
            "Mae'r bwrdd arholi'n gofyn am weld gwaith rhai ymgeiswyr. Mae'r dudalen yn dweud gwaith pwy, pam, ac i "
            "ble i'w anfon.",
            "Gweld gwaith pwy i'w anfon",
            "anfonwch ef erbyn {day}",
        ),
        Kind.OUTCOME: Telling(
            "Canlyniad cymedroli: {about}",
            "Mae'r bwrdd arholi wedi rhyddhau canlyniad y cymedroli.",
            "Gweld y canlyniad",
        ),
        Kind.WORK: Telling(
            "Gofyn am waith ar gyfer diwygiad: {about}",
            "Cyn penderfynu ar ddiwygiad eich canolfan, mae'r bwrdd arholi am weld gwaith. Mae'r dudalen yn dweud "
            "gwaith pwy, ac i ble i'w anfon.",
            "Gweld gwaith pwy i'w anfon",
            "anfonwch ef erbyn {day}",
        ),
        Kind.ACCEPTED: Telling(
            "Derbyniwyd y diwygiad: {about}",
            "Derbyniodd y bwrdd arholi ddiwygiad eich canolfan. Gwnaeth gyflwyniad newydd, y gellir ei argraffu.",
            "Gweld y diwygiad",
        ),
        Kind.DECLINED: Telling(
            "Gwrthodwyd y diwygiad: {about}",
            "Gadawodd y bwrdd arholi'r marciau fel y maent. Mae'r dudalen yn dweud beth a ysgrifennodd am hynny.",
            "Gweld y diwygiad",
        ),
        Kind.EXTENDED: Telling(
            "Rhoddwyd rhagor o amser: {about}",
            "Rhoddodd y bwrdd arholi ragor o amser i'ch canolfan gyflwyno marciau.",
            "Gweld y penderfyniad",
            "i'w cyflwyno erbyn {day} bellach",
        ),
        Kind.NOT_EXTENDED: Telling(
            "Gwrthodwyd rhagor o amser: {about}",
            "Ni roddodd y bwrdd arholi'r amser y gofynnodd eich canolfan amdano. Mae'r dyddiad cau fel yr oedd.",
            "Gweld y penderfyniad",
            "i'w cyflwyno erbyn {day}",
        ),
        Kind.ENTRIES: Telling(
            "Cofrestriadau wedi newid ar ôl cyflwyno: {about}",
            "Newidiodd y bwrdd arholi gofrestriadau ar ôl i'ch canolfan gyflwyno'r marciau. Mae angen marc ar "
            "ymgeisydd a gofrestrwyd yn hwyr, a chyflwynir hwnnw ar wahân.",
            "Agor y daflen farciau",
        ),
        Kind.WITHDRAWN: Telling(
            "Cofrestriadau wedi'u tynnu'n ôl ar ôl cyflwyno: {about}",
            "Tynnodd y bwrdd arholi gofrestriadau yn ôl ar ôl i'ch canolfan gyflwyno'r marciau. Nid oes angen marc "
            "ar eu cyfer mwyach, na gwaith y gofynnwyd amdano ac nas anfonwyd eto. Mae'r hanes yn dweud pwy a "
            "dynnwyd yn ôl, a pham.",
            "Gweld yr hanes",
        ),
        Kind.DEADLINE: Telling(
            "Mae'n bryd cyflwyno marciau cyn hir: {about}",
            "Nid yw'r marciau hyn wedi'u cyflwyno i'r bwrdd arholi eto.",
            "Agor Centremark",
            "i'w cyflwyno erbyn {day}",
        ),
        Kind.LAST_DAY: Telling(
            "Rhaid cyflwyno marciau heddiw: {about}",
            "Nid yw'r marciau hyn wedi'u cyflwyno i'r bwrdd arholi eto. Mae marciau a gyflwynir ar ôl y diwrnod olaf "
            "yn hwyr.",
            "Agor Centremark",
            "i'w cyflwyno erbyn {day}",
        ),
        Kind.WAITING: Telling(
            "Marciau canolfannau: beth sy'n aros amdanoch heddiw",
            "Mae hyn yn aros am y bwrdd arholi:",
            "Gweld marciau pob canolfan",
        ),
    },
    overdue="Taflenni marciau heb eu cyflwyno wedi'r dyddiad cau: {count}",
    amendments="Diwygiadau i benderfynu arnynt: {count}",
    extensions="Ceisiadau am ragor o amser i benderfynu arnynt: {count}",
    work="Samplau y dylai eu gwaith fod wedi'i anfon: {count}",
    day="{day} {month} {year}",
    months=(
        *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
        *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
    ),
    why_centre="Rydych yn cael hwn oherwydd eich rôl yn y ganolfan a enwir yma.",
    why_board="Rydych yn cael hwn oherwydd eich rôl yn y bwrdd arholi.",
    change="Dewiswch beth i'w glywed, ac ym mha iaith:",
    no_reply="Nid oes neb yn darllen atebion i'r cyfeiriad hwn.",
)
