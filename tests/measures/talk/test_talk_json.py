"""JSON of programs that listen, and of programs for messages; all talk is invented."""

import json

import pytest

from workbook.measures.talk import TranscriptError, read

SAID = [("0", "Good morning."), ("1", "The school.")]
TOKENS = (("Good", 0), ("morning", 0), (".", 0), ("The", 1), ("school", 1), (".", 1))
SPACED = (("Good", 0), ("morning.", 0), ("The", 1), ("school.", 1))


def each_word(form, tokens=SPACED):
    return [form(word, who, f"{n}.1") for n, (word, who) in enumerate(tokens)]


def sign(word):
    return not word.isalnum()


def amazon(labels_beside):
    items = [
        {"type": "punctuation" if sign(word) else "pronunciation", "start_time": f"{n}.1",
         "alternatives": [{"confidence": "0.9", "content": word}]}
        | ({} if labels_beside else {"speaker_label": str(who)})
        for n, (word, who) in enumerate(TOKENS)
    ]  # fmt: skip
    labels = [
        {"speaker_label": str(who), "items": [{"start_time": f"{n}.1", "speaker_label": str(who)}]}
        for n, (word, who) in enumerate(TOKENS) if not sign(word)
    ]  # fmt: skip
    whole = [{"transcript": "Good morning. The school."}]
    return {
        "results": {"transcripts": whole, "items": items, "speaker_labels": {"segments": labels}}
    }


def google(word, who, start):
    return {"word": word, "speakerTag": who, "startTime": f"{start}s"}


NAMELESS = [{"word": word, "startTime": "0.1s"} for word, _ in SPACED[:2]]
AGAIN = [("Yes", 0), ("Yes", 0), ("so.", 1)]
NAUGHT = each_word(google, [(word, 0) for word, _ in SPACED[:2]])
FORMS = {
    "words of a channel": {"results": {"channels": [{"alternatives": [{
        "transcript": "Good morning. The school.",
        "words": each_word(lambda word, who, start: {
            "word": word.lower().strip("."), "punctuated_word": word, "speaker": who,
            "start": start})}]}]}},
    "paragraphs": {"results": {"channels": [{"alternatives": [{"paragraphs": {"paragraphs": [
        {"speaker": who, "sentences": [{"text": said}]} for who, said in SAID]}}]}]}},
    "words with a kind": {"results": [
        {"type": "punctuation" if sign(word) else "word", "start_time": n,
         "alternatives": [{"content": word, "speaker": str(who)}]}
        for n, (word, who) in enumerate(TOKENS)]},
    "words with spaces between": {"words": [part for word, who in SPACED for part in (
        {"text": word, "type": "word", "speaker_id": str(who)},
        {"text": " ", "type": "spacing", "speaker_id": str(who)})]},
    "words alone": {"text": "Good morning. The school.", "words": each_word(
        lambda word, who, start: {"text": word, "speaker": str(who), "start": start})},
    "voices on each word": amazon(labels_beside=False),
    "voices in a list beside": amazon(labels_beside=True),
    "the last part says all again": {"results": [
        {"alternatives": [{"words": NAMELESS}]},
        {"alternatives": [{"words": each_word(google)}]}]},
    "the last part says all again, with a first voice": {"results": [
        {"alternatives": [{"words": NAUGHT}]},
        {"alternatives": [{"words": each_word(google)}]}]},
    "parts that follow each other": {"results": [
        {"alternatives": [{"words": each_word(google, SPACED[:2])}]},
        {"alternatives": [{"words": each_word(google, SPACED[2:])}]}]},
    "readings of a phrase": {"recognizedPhrases": [
        {"speaker": who, "nBest": [{"display": said}, {"display": "Else."}]}
        for who, said in SAID]},
    "words below a person": [
        {"participant": {"name": who}, "words": [{"text": word} for word in said.split()]}
        for who, said in SAID],
    "a number beside the name": [
        {"sentence": said, "speaker_id": 7, "speaker_name": who} for who, said in SAID],
}  # fmt: skip


def spoken(found):
    return [(turn.speaker, turn.text) for turn in found]


@pytest.mark.parametrize("form", FORMS)
def test_each_program_gives_the_same_talk(form):
    assert spoken(read(json.dumps(FORMS[form]) + "\n")) == SAID


def test_a_part_that_begins_with_the_same_word_is_no_repetition():
    words = each_word(google, AGAIN)
    parts = [{"alternatives": [{"words": words[:1]}]}, {"alternatives": [{"words": words[1:]}]}]
    found = read(json.dumps({"results": parts}) + "\n")
    assert [turn.text for turn in found] == ["Yes", "Yes", "so."]


def test_a_word_by_nobody_counts_for_nobody():
    words = [{"word": "Hi", "speaker": 0}, {"word": "yes"}, {"word": "so", "speaker": 1}]
    found = read(json.dumps({"words": words}) + "\n")
    assert spoken(found) == [("0", "Hi"), ("", "yes"), ("1", "so")]
    assert [note.identifier for note in found.notes] == ["talk_notes.nobody"]


def test_a_sound_is_a_note():
    words = [{"text": "Hi", "type": "word", "speaker_id": "0"},
             {"text": "(laughter)", "type": "audio_event", "speaker_id": "0"}]  # fmt: skip
    assert read(json.dumps({"words": words}) + "\n")[0].text == "Hi [laughter]"


def test_several_talks_in_a_file_are_not_joined():
    talk = {"utterances": [{"speaker": "A", "text": "Hi."}]}
    with pytest.raises(TranscriptError) as raised:
        read(json.dumps({"sessions": [talk, talk]}) + "\n")
    assert raised.value.args[0].identifier == "talk_errors.several_talks"


SENT = {"sender_name": "InÃ©s", "timestamp_ms": 3, "content": "Itâ\x80\x99s far."}
NEWEST_FIRST = [
    SENT,
    {"sender_name": "Bo", "timestamp_ms": 2, "photos": [{"uri": "a.jpg"}]},
    {"sender_name": "Bo", "timestamp_ms": 2, "content": "Bo sent an attachment."},
    {"sender_name": "Bo", "timestamp_ms": 1, "content": "The school?\nOr not?"},
]


def test_messages_are_read_from_the_oldest_on():
    found = read(json.dumps({"participants": [], "messages": NEWEST_FIRST}) + "\n")
    assert spoken(found) == [("Bo", "The school? Or not?"), ("Inés", "It’s far.")]
    assert [note.values["count"] for note in found.notes] == [2]


def test_messages_of_the_later_form():
    sent = [{"senderName": "Inés", "timestamp": 2, "text": "Sí.", "isUnsent": False},
            {"senderName": "Bo", "timestamp": 1, "text": "No", "isUnsent": True},
            {"senderName": "Bo", "timestamp": 1, "text": "So?", "isUnsent": False}]  # fmt: skip
    found = read(json.dumps({"participants": ["Inés", "Bo"], "messages": sent}) + "\n")
    assert spoken(found) == [("Bo", "So?"), ("Inés", "Sí.")]


FROM = {"type": "message", "from": "Ines", "from_id": "user1"}
CHAT = {"name": "Ines", "type": "personal_chat", "messages": [
    {"type": "service", "actor": "Ines", "action": "create_group", "text": ""},
    FROM | {"text": ["See ", {"type": "link", "text": "https://example.org"}, " there."]},
    FROM | {"text": "His words.", "forwarded_from": "Bo"},
    FROM | {"from": "Bo", "from_id": "user2", "text": "Good."},
    FROM | {"from": "Bo", "from_id": "user2", "text": "", "photo": "a.jpg"}]}  # fmt: skip


def test_a_chat_with_parts_of_text_and_words_of_others():
    found = read(json.dumps(CHAT) + "\n")
    assert spoken(found) == [("Ines", "See https://example.org there."), ("Bo", "Good.")]
    assert [note.values["count"] for note in found.notes] == [3]


def test_all_chats_of_somebody_are_not_joined():
    assert len(read(json.dumps({"chats": {"list": [CHAT]}}) + "\n")) == 2
    with pytest.raises(TranscriptError) as raised:
        read(json.dumps({"chats": {"list": [CHAT, CHAT]}}) + "\n")
    assert raised.value.args[0].identifier == "talk_errors.several_talks"
