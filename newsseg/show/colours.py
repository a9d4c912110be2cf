"""A colour for each article of a page: as unlike its neighbours' as can be, equally light, so equally readable."""

from __future__ import annotations

from functools import cache
from math import cos, radians, sin

GOLDEN = 137.508  # degrees; steps of the golden angle keep any number of hues apart, the next ones most of all
FIRST_HUE = 250.0  # blue
SMALLEST = 0.002  # chroma steps too small to be seen

# OKLab to linear sRGB (Björn Ottosson, 2020): through the cone responses l, m, s.
TO_CONES = ((0.3963377774, 0.2158037573), (-0.1055613458, -0.0638541728), (-0.0894841775, -1.2914855480))
TO_RGB = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
GAMMA_KNEE = 0.0031308  # of the sRGB standard


@cache
def colour(number: int, lightness: float, chroma: float) -> str:
    """Return the colour of article ``number`` as ``#rrggbb``, of a lightness and chroma of OKLCH.

    Where a screen cannot show the chroma at that hue, the colour is paler, never lighter or darker.

    >>> colour(1, 0.6, 0.13)
    '#3a84ca'
    """
    hue = radians(FIRST_HUE + GOLDEN * (number - 1))
    while True:
        rgb = _linear_rgb(lightness, chroma * cos(hue), chroma * sin(hue))
        if chroma <= 0 or all(0 <= channel <= 1 for channel in rgb):
            return "#" + "".join(f"{round(255 * _gamma(channel)):02x}" for channel in rgb)
        chroma -= SMALLEST


def _linear_rgb(lightness: float, a: float, b: float) -> tuple[float, ...]:
    cones = [(lightness + of_a * a + of_b * b) ** 3 for of_a, of_b in TO_CONES]
    return tuple(sum(share * cone for share, cone in zip(row, cones, strict=True)) for row in TO_RGB)


def _gamma(channel: float) -> float:
    channel = min(1.0, max(0.0, channel))
    return 12.92 * channel if channel <= GAMMA_KNEE else 1.055 * channel ** (1 / 2.4) - 0.055
