"""Writes a ZIP piece by piece, none of which has seen the others: as a stream that goes on at an offset.

The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT. Each entry is whole in its piece; the
directory at the end is made of what each piece noted of its entries.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Entry = Sequence[str | int]
"""What the directory must know of a file: name, time, way of compression, checksum, sizes, flags, offset."""


class _Stream:
    """What is written, at its place in the whole."""

    def __init__(self, before: int, begun: bytes) -> None:
        self._before = before
        self.content = bytearray(begun)

    def write(self, some: bytes) -> int:
        self.content += some
        return len(some)

    def tell(self) -> int:
        return self._before + len(self.content)

    def flush(self) -> None:
        """Nothing waits anywhere."""


class Piece:
    """A piece of a ZIP that begins at an offset; `begun` is what it has already."""

    def __init__(self, offset: int, begun: bytes = b"") -> None:
        self._stream = _Stream(offset, begun)
        self._zip = ZipFile(self._stream, "w")  # type: ignore[call-overload]  # it needs no more than that

    @property
    def content(self) -> bytes:
        """What is written so far."""
        return bytes(self._stream.content)

    @property
    def size(self) -> int:
        """How many bytes these are."""
        return len(self._stream.content)

    def add(self, name: str, content: bytes, *, at: datetime, packed: bool = True) -> None:
        """Write a file. Pictures are packed already."""
        info = ZipInfo(name, at.timetuple()[:6])
        info.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
        self._zip.writestr(info, content)

    def entries(self) -> list[Entry]:
        """What must be known of its files at the end."""
        return [
            (
                one.filename,
                *one.date_time,
                one.compress_type,
                one.CRC,
                one.compress_size,
                one.file_size,
                one.flag_bits,
                one.header_offset,
            )
            for one in self._zip.filelist
        ]

    def close(self, before: Sequence[Entry]) -> None:
        """Write the directory of all pieces."""
        self._zip.filelist = [*map(_info, before), *self._zip.filelist]
        self._zip.close()


def _info(entry: Entry) -> ZipInfo:
    name, *numbers = entry
    values = [int(number) for number in numbers]
    year, month, day, hour, minute, second = values[:6]
    info = ZipInfo(str(name), (year, month, day, hour, minute, second))
    info.compress_type, info.CRC, info.compress_size, info.file_size, info.flag_bits, info.header_offset = (
        values[6:]
    )
    return info
