"""Pictures have their words on every machine, also on one that has no fonts."""

from pathlib import Path

import pytest
import resvg_py

from web.drawing import FONTS, LETTERS_IN, NAMESPACE, PAPER, SHARPNESS, as_png

DRAWN = f'<svg xmlns="{NAMESPACE}" width="300" height="40" font-family="{FONTS}"><text x="5" y="25" font-size="13">%s</text></svg>'
DOCKERFILE = Path(__file__).resolve().parents[2] / "Dockerfile"


def without_fonts(words: str, *folders: str) -> bytes:
    """The same as drawn on a machine that has no fonts but those in `folders`."""
    said = resvg_py.svg_to_bytes(svg_string=DRAWN % words, zoom=SHARPNESS, background=PAPER, font_dirs=[*folders], skip_system_fonts=True)
    return bytes(said)


def test_a_machine_without_fonts_would_draw_no_words():
    assert without_fonts("Japan, 1951") == without_fonts("")


@pytest.mark.parametrize("words", ["Japan and Türkiye, 1951–1960 …", "Ελλάδα", "Россия"])
def test_a_picture_has_the_same_words_with_and_without_the_fonts_of_a_machine(words: str):
    assert as_png(DRAWN % words) == without_fonts(words, LETTERS_IN) != without_fonts("", LETTERS_IN)


def test_the_image_for_production_brings_the_letters_of_other_scripts():
    assert "fonts-noto-core fonts-noto-cjk" in DOCKERFILE.read_text()
