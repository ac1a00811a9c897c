"""A column of text: page follows page."""

from policy_engine.diagrams.card.column import Column


def test_a_text_that_is_longer_than_a_page_goes_on_on_the_next() -> None:
    column = Column(0, 0, 100, 60)
    column.text("word " * 50, 10)

    assert len(column.pages) > 2


def test_a_text_that_fits_a_page_is_not_parted() -> None:
    column = Column(0, 0, 100, 60)
    column.text("word " * 8, 10)
    column.text("word " * 14, 10)

    assert [2, 4] == [len(page) for page in column.pages]


def test_a_column_knows_what_its_texts_end_with() -> None:
    column = Column(0, 0, 100, 60)
    column.bullet("not always *", 10)

    assert column.bears(" *")
    assert not column.bears("!")
