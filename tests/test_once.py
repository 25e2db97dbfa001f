"""What is made once is whole when it is given, and is not made again."""

from once import made_once


def test_the_first_makes_it_and_the_next_finds_it(tmp_path_factory):
    calls = []

    def make(folder):
        calls.append(folder)
        (folder / "made").write_text("whole", encoding="utf-8")

    first = made_once(tmp_path_factory, "a_trial", make)
    assert made_once(tmp_path_factory, "a_trial", make) == first
    assert (first / "made").read_text(encoding="utf-8") == "whole"
    assert calls in ([first], [])  # empty where another process was first


def test_what_failed_is_not_taken_for_made(tmp_path_factory):
    def fail(folder):
        raise OSError("full")

    for _ in range(2):
        try:
            made_once(tmp_path_factory, "a_failure", fail)
        except OSError as error:
            assert not isinstance(error, FileExistsError)
