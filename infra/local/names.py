"""Invented names as entries write them, SURNAME Forename, from the many languages of real class lists."""

from collections.abc import Iterable, Sequence
from itertools import batched, product, zip_longest
from typing import Final

ENGLISH: Final = (
    (
        "Jones Whitfield Okonkwo O'Brien Baptiste Macdonald Ashworth Penhaligon Hartley-Shaw Fernandes Adeyemi Patel "
        "Smith Thompson Wright Sandhu Mensah Robertson Clarke Yilmaz Hussain Kaur Evans Davies"
    ),
    (
        "Amelia Callum Chidi Niamh Theo Isla Marcus Demelza Rowan Zara Joaquim Folasade "
        "Oliver Grace Harpreet Kwame Fiona Emre Aisha Jaspreet Rhys Martha Samuel Imogen"
    ),
)
WELSH: Final = (
    "Llywelyn Ap_Rhys Gruffudd Bevan Pryce-Jones Maddocks Tŷ-Gwyn",
    "Siân Llŷr Angharad Ieuan Ffion Dafydd Môn Tomos",
)
POLISH: Final = ("Łukasiewicz Wójcik Dąbrowska Żmudziński Śliwa", "Zofia Michał Małgorzata Łucja Paweł")
VIETNAMESE: Final = ("Nguyễn Trần Phạm Đặng Võ", "Thị_Ánh Quốc_Bảo Minh_Châu Hữu_Đức Thuỳ_Dương")
ARABIC: Final = ("الحسن المنصوري خليل", "ليلى يوسف مريم")
BENGALI: Final = ("চৌধুরী রহমান ঘোষ", "আনিকা তানভীর সুমনা")
CHINESE: Final = ("王 李 欧阳", "小明 雨桐 思远")
GREEK: Final = ("ΠΑΠΑΔΟΠΟΥΛΟΥ ΓΕΩΡΓΙΟΥ ΝΙΚΟΛΑΟΥ", "Ελένη Νίκος Σοφία")
CYRILLIC: Final = ("Шевченко Коваленко Іванова", "Олена Остап Юлія")
OTHERS: Final = (
    "Müller-Lüdenscheidt García_Márquez Guðmundsdóttir Öztürk D'Angelo Ní_Bhriain",
    "Jürgen José_María Sigríður Ayşe Niccolò Órla",
)


def _names(language: tuple[str, str]) -> list[str]:
    """Every pairing of a language's surnames and forenames; `_` stands for a space within one of them."""
    surnames, forenames = (part.split() for part in language)
    pairs = sorted(product(range(len(surnames)), range(len(forenames))), key=lambda pair: (sum(pair) % 7, pair))
    return [f"{surnames[s].upper()} {forenames[f]}".replace("_", " ") for s, f in pairs]


def _in_turn(languages: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """One name of each language after another, until none is left."""
    turns = zip_longest(*map(_names, languages))
    return tuple(name for turn in turns for name in turn if name)


def _mixed(common: Sequence[str], others: Sequence[str], share: int) -> tuple[str, ...]:
    """The common names with one other after every `share` of them, while there are any."""
    turns = zip_longest(batched(common, share, strict=False), others)
    return tuple(name for batch, other in turns for name in (*(batch or ()), other) if name)


NAMES_EVERYWHERE: Final = _mixed(
    _in_turn([ENGLISH]),
    _in_turn([WELSH, POLISH, VIETNAMESE, ARABIC, BENGALI, CHINESE, GREEK, CYRILLIC, OTHERS]),
    share=2,
)
NAMES_AT_LLYS_DERWEN: Final = _mixed(_in_turn([WELSH]), _in_turn([ENGLISH, POLISH, CYRILLIC]), share=2)
