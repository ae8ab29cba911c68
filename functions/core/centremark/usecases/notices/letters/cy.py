"""Notices in Welsh. A Welsh speaker has to review these words before release."""

from typing import Final

from centremark.domain.notices.notice import Kind
from centremark.usecases.notices.letters.words import NoticeText, Words

WELSH: Final = Words(
    tag="cy",
    greeting="Annwyl {name},",
    several="{count} taflen farciau",
    kinds={
        Kind.CONFIRMED: NoticeText(
            "Marciau wedi'u cadarnhau: {about}",
            "Mae'r marciau a gyflwynodd eich canolfan gan y bwrdd arholi.",
            "Gweld y cyflwyniad",
        ),
        Kind.SAMPLE: NoticeText(
            "Gofyn am sampl o waith: {about}",
            "Mae angen i'r bwrdd arholi weld gwaith rhai ymgeiswyr. Mae'r dudalen yn dweud gwaith pwy, pam, ac i "
            "ble i'w anfon.",
            "Gweld gwaith pwy i'w anfon",
            "anfonwch ef erbyn {day}",
        ),
        Kind.OUTCOME: NoticeText(
            "Canlyniad cymedroli: {about}",
            "Mae'r bwrdd arholi wedi rhyddhau canlyniad y cymedroli.",
            "Gweld y canlyniad",
        ),
        Kind.WORK: NoticeText(
            "Gofyn am waith ar gyfer diwygiad: {about}",
            "Cyn penderfynu ar ddiwygiad eich canolfan, mae'r bwrdd arholi am weld gwaith. Mae'r dudalen yn dweud "
            "gwaith pwy, ac i ble i'w anfon.",
            "Gweld gwaith pwy i'w anfon",
            "anfonwch ef erbyn {day}",
        ),
        Kind.ACCEPTED: NoticeText(
            "Derbyniwyd y diwygiad: {about}",
            "Derbyniodd y bwrdd arholi ddiwygiad eich canolfan. Mae'r marciau diwygiedig yn gyflwyniad "
            "newydd, y gallwch ei argraffu.",
            "Gweld y diwygiad",
        ),
        Kind.DECLINED: NoticeText(
            "Gwrthodwyd y diwygiad: {about}",
            "Gwrthododd y bwrdd arholi ddiwygiad eich canolfan. Mae'r marciau'n aros fel y maent. Mae'r "
            "dudalen yn dweud pam.",
            "Gweld y diwygiad",
        ),
        Kind.EXTENDED: NoticeText(
            "Caniatawyd estyniad: {about}",
            "Estynnodd y bwrdd arholi ddyddiad cau eich canolfan i gyflwyno marciau.",
            "Gweld y penderfyniad",
            "i'w cyflwyno erbyn {day} bellach",
        ),
        Kind.NOT_EXTENDED: NoticeText(
            "Gwrthodwyd estyniad: {about}",
            "Gwrthododd y bwrdd arholi'r estyniad y gofynnodd eich canolfan amdano. Mae'r dyddiad "
            "cau'n aros yr un fath.",
            "Gweld y penderfyniad",
            "i'w cyflwyno erbyn {day}",
        ),
        Kind.ENTRIES: NoticeText(
            "Cofrestriadau wedi newid ar ôl cyflwyno: {about}",
            "Newidiodd y bwrdd arholi gofrestriadau ar ôl i'ch canolfan gyflwyno'r marciau. Os cofrestrwyd "
            "ymgeisydd yn hwyr, mewnbynnwch y marc a'i gyflwyno ar wahân.",
            "Agor y daflen farciau",
        ),
        Kind.WITHDRAWN: NoticeText(
            "Cofrestriadau wedi'u tynnu'n ôl ar ôl cyflwyno: {about}",
            "Tynnodd y bwrdd arholi gofrestriadau yn ôl ar ôl i'ch canolfan gyflwyno'r marciau. Nid oes angen "
            "anfon eu marciau na'u gwaith mwyach. Mae'r hanes yn dweud pwy a dynnwyd yn ôl, a pham.",
            "Gweld yr hanes",
        ),
        Kind.DEADLINE: NoticeText(
            "Mae'n bryd cyflwyno marciau cyn hir: {about}",
            "Nid yw'r marciau hyn wedi'u cyflwyno i'r bwrdd arholi eto.",
            "Agor Centremark",
            "i'w cyflwyno erbyn {day}",
        ),
        Kind.LAST_DAY: NoticeText(
            "Rhaid cyflwyno marciau heddiw: {about}",
            "Nid yw'r marciau hyn wedi'u cyflwyno i'r bwrdd arholi eto. Mae marciau a gyflwynir ar ôl y diwrnod olaf "
            "yn hwyr.",
            "Agor Centremark",
            "i'w cyflwyno erbyn {day}",
        ),
        Kind.ASKED: NoticeText(
            "Mae {by} yn gofyn i chi am farciau: {about}",
            "Mae {by} yn gofyn i chi fewnbynnu a gwirio'r marciau hyn erbyn dyddiad eich canolfan ei hun.",
            "Agor y daflen farciau",
            "erbyn {day}",
        ),
        Kind.REMINDED: NoticeText(
            "Neges atgoffa gan {by}: {about}",
            "Mae {by} yn eich atgoffa nad yw'r marciau hyn yn gyflawn.",
            "Agor y daflen farciau",
            "erbyn {day}",
        ),
        Kind.ASKED_DUE: NoticeText(
            "Mae dyddiad eich canolfan ar gyfer marciau'n agos: {about}",
            "Gofynnwyd i chi am y marciau hyn, ac nid ydynt yn gyflawn.",
            "Agor y daflen farciau",
            "erbyn {day}",
        ),
        Kind.READY: NoticeText(
            "Mae {by} yn dweud bod marciau'n barod: {about}",
            "Mae {by} yn dweud bod y marciau hyn yn barod i chi.",
            "Agor y daflen farciau",
        ),
        Kind.WAITING: NoticeText(
            "Marciau canolfannau: beth sy'n aros amdanoch heddiw",
            "Mae hyn yn aros am y bwrdd arholi:",
            "Gweld marciau pob canolfan",
        ),
        Kind.ROLE_ASKED: NoticeText(
            "Mae cydweithiwr yn gofyn am rôl: {about}",
            "Mae rhywun yn eich canolfan yn gofyn i chi am rôl sydd ei hangen ar gyfer eu gwaith. Mae'r dudalen yn "
            "dweud pwy, a pha rôl.",
            "Rhoi neu wrthod y rôl",
        ),
        Kind.ACCESS_GIVEN: NoticeText(
            "Mae gennych fynediad bellach: {about}",
            "Rhoddodd {by} fynediad i chi at farciau'r ganolfan hon yn Centremark, sy'n mynd â nhw at y bwrdd arholi. "
            "Mewngofnodwch â'r cyfeiriad yr anfonwyd y neges hon ato a'ch cyfrinair. Os nad oes gennych un eto, daw un "
            "dros dro mewn e-bost arall. Os nad ydych yn gweithio yn y ganolfan hon, gallwch ei gadael: mae'r dudalen "
            "yn dangos eich holl ganolfannau.",
            "Gweld eich canolfannau",
        ),
    },
    administrator="gweinyddwr",
    group="grŵp {group}",
    groups="grwpiau {group}",
    unmarked="{count} heb farc",
    ungraded="{count} heb radd",
    unchecked="{count} heb eu gwirio",
    complete="y cyfan wedi'u mewnbynnu a'u gwirio",
    overdue="Taflenni marciau heb eu cyflwyno wedi'r dyddiad cau: {count}",
    amendments="Diwygiadau i benderfynu arnynt: {count}",
    extensions="Ceisiadau am estyniad i benderfynu arnynt: {count}",
    work="Samplau â gwaith hwyr: {count}",
    day="{day} {month} {year}",
    months=(
        *("Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin"),
        *("Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"),
    ),
    why_centre="Rydych yn cael yr e-bost hwn oherwydd eich rôl yn y ganolfan a enwir yma.",
    why_board="Rydych yn cael yr e-bost hwn oherwydd eich rôl yn y bwrdd arholi.",
    change="Dewiswch pa e-byst a gewch, ac ym mha iaith:",
    no_reply="Peidiwch ag ateb yr e-bost hwn: nid oes neb yn darllen yr atebion.",
)
