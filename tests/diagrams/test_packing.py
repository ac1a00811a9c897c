"""Zip files without times."""

import io
import zipfile

from policy_engine.diagrams.packing import packed


def zipped(year: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name in ("b.txt", "a.txt"):
            new.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), name * 100)
    return made.getvalue()


def test_the_parts_stay_in_order_and_lose_their_times() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(zipped(2024)))) as parts:
        assert ["b.txt", "a.txt"] == parts.namelist()
        assert {(1980, 1, 1, 0, 0, 0)} == {part.date_time for part in parts.infolist()}
        assert b"a.txt" * 100 == parts.read("a.txt")


def test_files_that_differ_in_times_alone_become_the_same() -> None:
    assert zipped(2024) != zipped(2025)
    assert packed(zipped(2024)) == packed(zipped(2025))
