import pytest

from tests.diagrams.graph import golden


@pytest.mark.parametrize("file", golden.FILES, ids=".".join)
def test_what_is_written_is_what_is_committed(file: tuple[str, str, str]) -> None:
    assert golden.path(*file).read_text("utf-8") == golden.written(*file)
