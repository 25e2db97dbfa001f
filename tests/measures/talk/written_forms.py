"""Forms of notes by hand, phones, e-mail, timed text and plays, and the right reading of each."""

from talk_forms import BLANK, TALK, A, B, C, lines

LETTERS = [("W", A), ("CL", B), ("W", C)]
MORE = [*LETTERS, ("CL", "Monday.")]
MAIL = "{f}: {who} <a@example.org>\n{s}: 3 March 2026\n{t}: Bo\n{b}: {about}\n\n{said}"
ENGLISH = {"f": "From", "s": "Sent", "t": "To", "b": "Subject"}
GERMAN = {"f": "Von", "s": "Gesendet", "t": "An", "b": "Betreff"}


def mails(words, rows):
    return BLANK.join(MAIL.format(**words, who=who, said=said, about=about)
                      for who, said, about in rows)  # fmt: skip


def timed(form, between="\n"):
    body = between.join(form.format(n=n, who=who, said=said) for n, (who, said) in enumerate(TALK))
    return f"<body><div>{body}</div></body></tt>"


TTML = '<?xml version="1.0" encoding="utf-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml"'
AGENTS = (
    ' xmlns:ttm="http://www.w3.org/ns/ttml#metadata"><head><metadata>'
    '<ttm:agent xml:id="a"><ttm:name type="full">Lena Ruiz</ttm:name></ttm:agent>'
    '<ttm:agent xml:id="b"><ttm:name type="full">Amadou</ttm:name></ttm:agent></metadata></head>'
)
BY_AGENT = "".join(
    f'<p begin="{n}s" end="{n}.9s" ttm:agent="{who}">{said}</p>'
    for n, (who, said) in enumerate([("a", A), ("b", B.replace(" The", "<br/>The")), ("a", C)])
)

# all of these are the talk of talk_forms
SAME = {
    "minutes and seconds in letters": lines("1m{s}s {who}: {said}"),
    "primes": lines("1'{s}\" {who}: {said}"),
    "seconds since the start": lines("T+00:{s} {who}: {said}"),
    "day beside the name": lines("{who} (03/03/2026 10:{s}): {said}"),
    "wide brackets": lines("{who}（00:{s}）：{said}"),
    "black brackets": lines("【{who}】{said}"),
    "curly brackets": lines("{{{who}}} {said}"),
    "accounts in pointed brackets": lines("[10:{s}] <{who}> {said}"),
    "day and clock above the name": lines("2026-03-03 10:{s}:11\n{who}\n{said}", between=BLANK),
    "day and clock below the name": lines("{who}\nMar 3, 2026 10:{s} AM\n{said}", between=BLANK),
    "time and name inside a line": lines("[00:{s}] {who}: {said}").replace(
        "\n[00:13]", " [00:13]"
    ),
    "a line with a number and nothing": "1 Lena Ruiz: How was\n2 the week?\n3\n"
    f"4 Amadou: {B}\n5 Lena Ruiz: {C}",
    "name and time again": "Lena Ruiz   0 minutes 1 second\n0:01\nLena Ruiz 0 minutes 1 second\n"
    f"{A}\nAmadou   0 minutes 3 seconds\n0:03\nAmadou 0 minutes 3 seconds\n{B}\n"
    f"Lena Ruiz   0 minutes 5 seconds\n0:05\nLena Ruiz 0 minutes 5 seconds\n{C}",
    "goes on, as plays write": f"Lena Ruiz: {A}\nAmadou: Hard.\nAmadou (CONT'D): The heating is"
    f" out.\nLena Ruiz: {C}",
    "table in Spanish": "N.º\tHora\tPersona que habla\tLo que dice\n"
    + lines("{n}\t00:{s}\t{who}\t{said}"),
    "table in French": "Heure;Intervenant;Propos\n" + lines("00:{s};{who};{said}"),
    "table in Russian": "Время;Говорящий;Реплика\n" + lines("00:{s};{who};{said}"),
    "table in Japanese": "時間,発言者,発言内容\n" + lines("00:{s},{who},{said}"),
    "table in Polish": "Czas;Rozmówca;Wypowiedź\n" + lines("00:{s};{who};{said}"),
    "timed text, names before the words": TTML
    + ">"
    + timed('<p begin="{n}s" end="{n}.9s"><span>{who}: {said}</span></p>'),
    "timed text, agents": f"{TTML}{AGENTS}<body><div>{BY_AGENT}</div></body></tt>",
    "timed text, ticks": TTML
    + ' xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:tickRate="10">'
    + timed('<p begin="{n}0t" end="{n}9t">{who}: {said}</p>'),
    "captions of a page of videos": "<transcript>"
    + "".join(f'<text start="{n}" dur="0.9">{who}: {said}</text>' for n, (who, said)
              in enumerate(TALK)) + "</transcript>",
    "captions that grow": "WEBVTT\n\n"
    "00:01.000 --> 00:02.000\n<v Lena Ruiz>How was</v>\n\n"
    "00:02.000 --> 00:03.000\n<v Lena Ruiz>How was the week?</v>\n\n"
    "00:03.000 --> 00:04.000\n<v Amadou>Hard. The</v>\n\n"
    "00:04.000 --> 00:05.000\n<v Amadou>Hard. The heating is out.</v>\n\n"
    "00:05.000 --> 00:06.000\n<v Lena Ruiz>Since</v>\n\n"
    "00:06.000 --> 00:07.000\n<v Lena Ruiz>Since when?</v>",
    "captions that roll": "1\n00:00:01,000 --> 00:00:02,000\nLena Ruiz: How was\n\n"
    "2\n00:00:02,000 --> 00:00:03,000\nLena Ruiz: How was\nthe week?\n\n"
    "3\n00:00:03,000 --> 00:00:04,000\nthe week?\nAmadou: Hard.\n\n"
    "4\n00:00:04,000 --> 00:00:05,000\nAmadou: Hard.\nThe heating is out.\n\n"
    "5\n00:00:05,000 --> 00:00:06,000\nThe heating is out.\nLena Ruiz: Since when?",
    "e-mails, the newest first": mails(
        ENGLISH, [("Lena Ruiz", C, "RE: RE: Week"), ("Amadou", B, "RE: Week"),
                  ("Lena Ruiz", A, "Week")]),
    "e-mails, the oldest first": mails(
        ENGLISH, [("Lena Ruiz", A, "Week"), ("Amadou", B, "RE: Week"),
                  ("Lena Ruiz", C, "RE: RE: Week")]),
    "e-mails in German": mails(
        GERMAN, [("Lena Ruiz", C, "AW: AW: Woche"), ("Amadou", B, "AW: Woche"),
                 ("Lena Ruiz", A, "Woche")]),
    "a further part of the talk": f"Session 1\n\nLena Ruiz: {A}\nAmadou: {B}\n\n"
    f"Session 2, May 3\n\nLena Ruiz: {C}",
}  # fmt: skip

# name: (text, right reading)
OTHERS = {
    "letters and a bracket": (lines("{who}) {said}", MORE), MORE),
    "letters and a slash, wrapped": (lines("{who}/ {said}", MORE).replace(" The", "\nThe"), MORE),
    "letters and a dash below a title": ("3/3 visit\n" + lines("{who} - {said}", MORE), MORE),
    "court without points": (
        "1   THE COURT:  Proceed.\n2       Q   When?\n3       A   In\n4   May.\n5       Q   Sure?\n"
        "6       A   Yes.",
        [("THE COURT", "Proceed."), ("Q", "When?"), ("A", "In May."), ("Q", "Sure?"),
         ("A", "Yes.")],
    ),
    "points of a list with letters": (
        "Ines: What?\nBo: Two.\na) the school\nb) the bus\nInes: And?\nBo: No.",
        [("Ines", "What?"), ("Bo", "Two. a) the school b) the bus"), ("Ines", "And?"),
         ("Bo", "No.")],
    ),
    "bare clocks between messages": (
        "Ines  10:07 AM\nHow?\n10:07\nTell me.\nBo  10:08 AM\nHard.\n10:09\nIt is out.\n"
        "Ines  10:10 AM\nSo?",
        [("Ines", "How? Tell me."), ("Bo", "Hard. It is out."), ("Ines", "So?")],
    ),
    "a clock that is said in a chat": (
        "Ines  10:07 AM\nWhen?\nBo  10:08 AM\n10:30\nOr later.\nInes  10:10 AM\nFine.",
        [("Ines", "When?"), ("Bo", "10:30 Or later."), ("Ines", "Fine.")],
    ),
    "quotes in an e-mail": (
        "On Tue, Mar 3, 2026 at 9:12 AM Ines Ortega\n<ines@example.org> wrote:\n> How?\nHard.\n"
        "> Since when?\nMonday.",
        [("Ines Ortega", "How?"), ("", "Hard."), ("Ines Ortega", "Since when?"), ("", "Monday.")],
    ),
    "a talk below the head of an e-mail": (
        "From: Ines\nSent: March 3\nTo: Bo\nSubject: talk\n\nInes: How?\nBo: Hard.\nInes: Why?\n"
        "Bo: The heat.",
        [("Ines", "How?"), ("Bo", "Hard."), ("Ines", "Why?"), ("Bo", "The heat.")],
    ),
}  # fmt: skip
