"""An answer that comes twice with the same words."""


def test_the_same_words_from_a_page_that_did_not_know_of_them_are_kept_once(shown, journal):
    one, other = shown("00/what_it_claims", "v1"), shown("00/what_it_claims", "v2")
    first = one.save({"chosen": ["a"]})[0]
    second = other.save({"chosen": ["a"]}, base=None)[0]
    assert (second["entry"], second["elsewhere"]) == (first["entry"], None)
    assert len(journal.history("00/what_it_claims")) == 1
    other.save({"chosen": ["b"]}, seq=2, base=second["entry"]["id"])
    one.save({"chosen": ["a"]}, seq=2, base=first["entry"]["id"])
    assert [e.response["chosen"] for e in journal.history("00/what_it_claims")] == [
        ["a"],
        ["b"],
        ["a"],
    ]
