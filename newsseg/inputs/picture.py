"""Picture: what a page of a PDF looks like, as a PNG of bounded size."""

from __future__ import annotations

import struct
import zlib
from math import sqrt
from typing import Any

PIXELS = 1_500_000
"""Pixels of a picture: on a page of 400 × 550 mm headlines can be read, and text is grey lines."""
LARGEST = 2_000_000
"""Bytes of a picture: text compresses to a quarter of that, photographs to more, and are then made smaller."""
SMALLER = 0.7
"""Ratio of one attempt's edges to those of the attempt before."""
ATTEMPTS = 4
SIGNATURE = b"\x89PNG\r\n\x1a\n"
COLOUR = 2  # PNG's number for red, green and blue
CHANNELS = 3


def picture_of(page: Any, turned: int = 0) -> bytes:
    """Return a picture of pypdfium2's ``page``, which is turned back by ``turned`` degrees; or b"" if too large."""
    width, height = page.get_size()
    scale = sqrt(PIXELS / max(width * height, 1.0))
    for _attempt in range(ATTEMPTS):
        bitmap = page.render(scale=scale, rotation=-turned % 360, rev_byteorder=True, maybe_alpha=False)
        try:
            data = png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
        finally:
            bitmap.close()
        if len(data) <= LARGEST:
            return data
        scale *= SMALLER
    return b""


def png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Return a PNG of rows of red, green and blue, each row ``stride`` bytes after the one before."""
    row = CHANNELS * width
    rows = b"".join(b"\0" + pixels[at : at + row] for at in range(0, height * stride, stride))
    head = struct.pack(">IIBBBBB", width, height, 8, COLOUR, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return SIGNATURE + b"".join(map(_chunk, *zip(*chunks, strict=True)))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
