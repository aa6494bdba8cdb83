"""Cuts the everyday characters of one language out of Noto Sans CJK.

  pip install fonttools==4.68.0
  python3 Fonts/cut-noto-cjk.py NotoSansCJK-Bold.ttc JP Bold "Fonts/Noto Sans JP/NotoSansJP-Bold.otf"
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont


def encodable(codec, *ranges):
    """What an encoding has of some ranges."""
    found = set()
    for first, last in ranges:
        for code in range(first, last + 1):
            try:
                chr(code).encode(codec)
            except UnicodeEncodeError:
                continue
            found.add(code)
    return found


def span(first, last):
    return set(range(first, last + 1))


shared = (
    span(0x20, 0x7E) | span(0xA0, 0xFF) | span(0x2010, 0x2027) | span(0x3000, 0x303F) | span(0xFF00, 0xFFEF)
    | {ord(c) for c in "₩€™←↑→↓★☆♡♥♦♪♫♬♭♯"}
)
languages = {
    # JIS X 0213, what Windows adds to JIS X 0208, kana.
    "JP": (0, shared | span(0x3040, 0x30FF) | span(0x31F0, 0x31FF) | span(0x3220, 0x33FF)
           | encodable("cp932", (0x80, 0xFFFF)) | encodable("shift_jis_2004", (0x80, 0x2FFFF))),
    # All Hangul, no Hanja.
    "KR": (1, shared | span(0x1100, 0x11FF) | span(0x3130, 0x318F) | span(0xAC00, 0xD7A3)
           | encodable("euc_kr", (0x80, 0x33FF), (0xFF00, 0xFFFF))),
    # GB 2312 and the first level of Big5.
    "SC": (2, shared | span(0x3100, 0x312F) | encodable("gb2312", (0x80, 0xFFFF))
           | {c for c in encodable("big5", (0x4E00, 0x9FFF)) if chr(c).encode("big5") < b"\xC9"}),
}

source, language, weight, target = sys.argv[1:]
number, characters = languages[language]
font = TTFont(source, fontNumber=number)
subsetter = subset.Subsetter(subset.Options(
    hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], name_languages=[0x409], notdef_outline=True,
    layout_features=["ccmp", "kern", "palt", "halt", "liga", "ljmo", "vjmo", "tjmo", "mark", "mkmk", "calt",
                     "fwid", "hwid", "pwid"],
    drop_tables=["vhea", "vmtx", "VORG", "BASE", "DSIG"]))
subsetter.populate(unicodes=characters)
subsetter.subset(font)


def renamed(text):
    return (text.replace(f"Noto Sans CJK {language}", f"Noto Sans {language}")
            .replace(f"NotoSansCJK{language.lower()}", f"NotoSans{language}"))


for record in font["name"].names:
    record.string = renamed(record.toUnicode())
cff = font["CFF "].cff
cff.fontNames = [f"NotoSans{language}-{weight}"]
top = cff.topDictIndex[0]
for key in ("FullName", "FamilyName"):
    if hasattr(top, key):
        setattr(top, key, renamed(getattr(top, key)))
font.recalcTimestamp = False
font.save(target)
