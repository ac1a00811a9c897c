"""Numbers of steps as they are read."""

from policy_engine.diagrams.numbering import number_words


def test_three_and_more_that_follow_each_other_are_a_run() -> None:
    assert "1–3, 5, 6 en 9" == number_words([9, 1, 2, 3, 5, 6, 1], "nl")
    assert "2 and 3" == number_words([2, 3], "en")
    assert "4" == number_words([4], "en")
