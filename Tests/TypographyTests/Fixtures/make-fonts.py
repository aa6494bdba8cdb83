"""Makes the small fonts beside it: pip install fonttools pillow."""

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables.sbixGlyph import Glyph as SbixGlyph
from fontTools.ttLib.tables.sbixStrike import Strike
from PIL import Image


def polygon(*points):
    pen = TTGlyphPen(None)
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def builder(name, glyphs):
    order = [".notdef", "space", "A", *[g for g in glyphs if g not in (".notdef", "space", "A")]]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(order)
    font.setupCharacterMap({0x20: "space", 0x41: "A"})
    empty = TTGlyphPen(None).glyph()
    font.setupGlyf({glyph: glyphs.get(glyph, empty) for glyph in order})
    table = font.font["glyf"]
    font.setupHorizontalMetrics({glyph: (1000, getattr(table[glyph], "xMin", 0)) for glyph in order})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": name, "styleName": "Regular"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    font.setupPost()
    return font


square = polygon((100, 0), (100, 800), (900, 800), (900, 0))
left = polygon((100, 0), (100, 800), (500, 800), (500, 0))
bar = polygon((100, 300), (100, 500), (900, 500), (900, 300))

# A red square, its left half in the color of the text, a half clear blue bar on top.
layers = builder("Fixture Layers", {"A": square, "left": left, "bar": bar})
layers.setupCOLR({"A": [("A", 0), ("left", 0xFFFF), ("bar", 1)]}, version=0)
layers.setupCPAL([[(1, 0, 0, 1), (0, 0, 1, 0.5)]])
layers.save("Layers.ttf")

# A picture of 40 pixels to the em: green, its upper half clear; beside it a smaller one in red.
def png(size, color):
    picture = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    picture.paste(color, (0, size // 2, size, size))
    data = io.BytesIO()
    picture.save(data, "PNG")
    return data.getvalue()


pictures = builder("Fixture Pictures", {"A": square})
table = newTable("sbix")
table.version = 1
table.flags = 1
table.strikes = {}
for ppem, color in [(20, (255, 0, 0, 255)), (40, (0, 255, 0, 255))]:
    strike = Strike(ppem=ppem, resolution=72)
    for glyph in [".notdef", "space", "A"]:
        strike.glyphs[glyph] = (
            SbixGlyph(glyphName=glyph, graphicType="png ", imageData=png(ppem, color), originOffsetX=0,
                      originOffsetY=0)
            if glyph == "A" else SbixGlyph(glyphName=glyph))
    table.strikes[ppem] = strike
pictures.font["sbix"] = table
pictures.save("Pictures.ttf")

# Everything that can vary: weight, width, slant; the slant moves the square's top to the right.
from fontTools.designspaceLib import AxisDescriptor  # noqa: E402
from fontTools.ttLib.tables.TupleVariation import TupleVariation  # noqa: E402

varying = builder("Fixture Axes", {"A": square})
varying.setupFvar([("slnt", -10, 0, 0, "Slant"), ("wdth", 75, 100, 125, "Width"), ("wght", 300, 400, 700, "Weight")],
                  [])
varying.setupGvar({
    "A": [TupleVariation({"slnt": (-1, -1, 0)}, [(0, 0), (200, 0), (200, 0), (0, 0)] + [(0, 0)] * 4),
          TupleVariation({"wdth": (0, 1, 1)}, [(0, 0), (0, 0), (100, 0), (100, 0)] + [(0, 0), (100, 0), (0, 0), (0, 0)])],
})
varying.save("Axes.ttf")
