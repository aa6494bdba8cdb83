"""What is played: old tunes in the letters of ABC, and grooves. A beat of 6/8 is a dotted quarter."""
import re
from collections import namedtuple

# `unit`: letters of a beat; `beats`: of a bar; `chords`: one a bar, over and over.
Tune = namedtuple("Tune", "unit beats pickup melody chords sharps")

TUNES = {
    "joy": Tune(2, 4, 0, "E2E2F2G2 G2F2E2D2 C2C2D2E2 E3DD4 E2E2F2G2 G2F2E2D2 C2C2D2E2 D3CC4 D2D2E2C2 D2EFE2C2 "
                "D2EFE2D2 C2D2G,4 E2E2F2G2 G2F2E2D2 C2C2D2E2 D3CC4", "C G C G C G C C G C G G C G C C", ""),
    "minuet": Tune(2, 3, 0, "d2GABc d2G2G2 e2cdef g2G2G2 c2dcBA B2cBAG F2GABG A6 d2GABc d2G2G2 e2cdef g2G2G2 c2dcBA "
                   "B2cBAG A2BAGF G6 b2gabg a2defd g2efgd c2BcA2 ABcdef g2f2e2 f2A2c2 d6",
                   "G G C G C G D D G G C G C G D G G D Em D D Em A D", "F"),
    "sleeves": Tune(3, 2, 1, "z2A c2d e2e d2B G2B c2A A2A B2G E2A c2d e2e d2B G2B cBA ^G^F^G A3 A3 g3 g2e d2B G2B c2A "
                    "A^GA B2^G E3 g3 gfe d2B G2B cBA ^G^F^G A3 A2z", "Am G Am E Am G E Am C G Am E C G E Am", ""),
    "jig": Tune(3, 2, 0, "BGG DGG BGB dcB cAA EAA cBc edc BGG DGG BGB dcB cBc Adc BGG G2d gdg gdg gdg bag fdf fdf fdf "
                "agf egg dgg cgg Bgg cBc Adc BGG G3", "G G Am D G G D G G G D D Em G D G", "F"),
    "grace": Tune(2, 3, 1, "D2 G4BG B4A2 G4E2 D4D2 G4BG B4A2 d6 d4B2 d4BG B4A2 G4E2 D4D2 G4BG B4A2 G6 G4z2",
                  "G G C G G Em D D G G C G Em D G G", "F"),
    "saints": Tune(2, 4, 3, "C2E2F2 G8 z2C2E2F2 G8 z2C2E2F2 G4E4 C4E4 D8 z2E2E2D2 C6C2 E4G2G2 F8 z2E2F2 z2 G4E4 C4D4 C8 z8",
                   "C C C C C C G G C C F F C G C C", ""),
    "syne": Tune(2, 4, 1, "C2 F3FF2A2 G3FG2A2 F3FA2c2 d6d2 c3AA2F2 G3FG2A2 F3DD2C2 F6d2 c3AA2F2 G3FG2d2 c3AA2c2 d6d2 "
                 "c3AA2F2 G3FG2A2 F3DD2C2 F6z2", "F C F Bb F C Bb F F C F Bb F C Bb F", "b"),
    "fair": Tune(2, 3, 0, "D4D2 A4A2 E3FE2 D6 z2A2c2 d4c2 A2B2G2 A6 z4d2 d4d2 c4A2 A2G2F2 E2C4 D4A2 G4F2 E2D2C2 D6 z6",
                 "Dm Dm Am Dm Dm Dm G Am Dm Dm C Am C Dm C C Dm Dm", ""),
    "five": Tune(2, 5, 0, "E2G2ABd2B2 A2G2E2D4 E2G2ABd2e2 d2B2A2G4", "Em C Em D", "F"),
    "seven": Tune(2, 7, 0, "A2c2e2d2cBA2G2 A2c2e2g2fed4 A2c2e2d2cBA2G2 E2G2B2A6z2", "Am F Am G", ""),
    "groove": Tune(2, 4, 0, "e3dc2A2 G4z2E2 A3Bc2d2 e8 f3ed2c2 B4z2G2 A2c2B2G2 A8", "Am F C G F G Em Am", ""),
    "blues": Tune(2, 4, 0, "z2EGA2G2 E4z4 z2EGA2c2 A4z4 z2FAc2A2 F4z4 z2EGA2G2 E4z4 d2B2G2F2 c2A2F2E2 C4E4 D4G4",
                  "C7 F7 C7 C7 F7 F7 C7 C7 G7 F7 C7 G7", ""),
}
LETTERS = {"C": 60, "D": 62, "E": 64, "F": 65, "G": 67, "A": 69, "B": 71}


def melody(tune):
    """(beat, length, pitch) of each note; pickups lie before 0."""
    place, found = -tune.pickup * tune.unit if tune.unit == 2 else -tune.unit * (1 if tune.pickup else 0), []
    for sign, letter, octave, length in re.findall(r"([\^_]?)([A-Ga-gz])([,']*)(\d*)", tune.melody):
        count = int(length or 1)
        if letter != "z":
            pitch = LETTERS[letter.upper()] + 12 * letter.islower() - 12 * octave.count(",") + (sign == "^")
            pitch += letter.upper() in tune.sharps
            pitch -= letter.upper() == "B" and tune.sharps == "b"
            found.append((place / tune.unit, count / tune.unit, pitch))
        place += count
    return found


def chord(name):
    """Pitch classes from the root."""
    root = LETTERS[name[0]] - 60 - name[1:].startswith("b")
    return [(root + step) % 12 for step in ([0, 3, 7] if "m" in name else [0, 4, 7]) + [10] * name.endswith("7")]
