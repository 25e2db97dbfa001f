"""Invented talk in the forms in which tools and people write it, and the right reading."""

A, B, C = "How was the week?", "Hard. The heating is out.", "Since when?"
TALK = [("Lena Ruiz", A), ("Amadou", B), ("Lena Ruiz", C)]


def lines(form, talk=TALK, between="\n"):
    """Fill a form with {n}, {who}, {said} and a second {s} for each turn."""
    rows = enumerate(talk, 1)
    return between.join(form.format(n=n, who=who, said=said, s=10 + n) for n, (who, said) in rows)


BLANK = "\n\n"
# name of the form: text
SAME_TALK = {
    "plain": lines("{who}: {said}"),
    "space before the colon": lines("{who} : {said}"),
    "windows ends": lines("{who}: {said}", between="\r\n"),
    "no space behind the colon": lines("{who}:{said}"),
    "bold": lines("**{who}:** {said}", between=BLANK),
    "bold inside the colon": lines("**{who}**: {said}", between=BLANK),
    "underlined": lines("__{who}__: {said}"),
    "square brackets": lines("[{who}]: {said}"),
    "round brackets": lines("({who}): {said}"),
    "brackets and no colon": lines("[{who}] {said}"),
    "arrows": lines(">> {who}: {said}"),
    "list": lines("- {who}: {said}"),
    "time before": lines("[00:00:{s}] {who}: {said}"),
    "round time before": lines("(0:{s}) {who}: {said}"),
    "bare time before": lines("00:00:{s} {who}: {said}"),
    "time and dash before": lines("00:{s} - {who}: {said}"),
    "span before": lines("[00:00:{s}.000 --> 00:00:{s}.900] {who}: {said}"),
    "span with dash before": lines("00:{s} - 00:{s}\t{who}: {said}"),
    "f4": lines("{who}: {said} #00:00:{s}-5#"),
    "maxqda": lines("#00:00:{s}-5# {who}: {said}"),
    "time between": lines("{who} (00:{s}): {said}"),
    "square time between": lines("{who} [00:00:{s}]: {said}"),
    "bare time between": lines("{who} 00:{s}: {said}"),
    "time behind": lines("{who}: [00:{s}] {said}"),
    "name above, time behind": lines("{who}: (00:{s})\n{said}", between=BLANK),
    "name and time above": lines("{who}  0:{s}\n{said}", between=BLANK),
    "name, tab and time above": lines("{who}\t00:{s}\n{said}", between=BLANK),
    "name and time above, no gaps": lines("{who}  0:{s}\n{said}"),
    "name and hours above": lines("{who} 00:00:{s}\n{said}", between=BLANK),
    "name and bracketed time above": lines("{who} (00:{s})\n{said}", between=BLANK),
    "name, bar and time above": lines("{who} | 00:{s}\n{said}", between=BLANK),
    "time and name above": lines("00:00:{s} {who}\n{said}", between=BLANK),
    "bracketed time and name above": lines("[00:00:{s}] {who}\n{said}", between=BLANK),
    "time, dash, name above": lines("0:{s} - {who}\n  {said}", between=BLANK),
    "name and clock above": lines("{who}  10:{s} AM\n{said}", between=BLANK),
    "name, time on lines of their own": lines("{who}\n00:{s}\n{said}", between=BLANK),
    "time, name on lines of their own": lines("00:00:{s}\n{who}\n{said}", between=BLANK),
    "time lines between": lines("00:{s}\n{who}: {said}", between=BLANK),
    "name above": lines("{who}:\n{said}", between=BLANK),
    "name alone above": lines("{who}\n{said}", between=BLANK),
    "dash": lines("{who} - {said}"),
    "long dash": lines("{who} – {said}"),
    "bold name and time": lines("**{who}** (00:{s}): {said}"),
    "headings": lines("### {who}\n{said}", between=BLANK),
    "numbered": lines("{n}. {who}: {said}"),
    "numbered with noughts": lines("00{n} {who}: {said}"),
    "pointed": lines("<{who}> {said}"),
    "bar": lines("{who} | {said}"),
    "markdown table": "| Speaker | Text |\n| --- | --- |\n" + lines("| {who} | {said} |"),
    "meet": "Attendees\nLena Ruiz, Amadou\nTranscript\n### 00:00:00\n \n"
    + lines("{who}: {said}")
    + "\n\nMeeting ended after 00:05:33",
    "tab": lines("{who}\t{said}"),
    "time, name, tab": lines("00:00:{s}\t{who}\t{said}"),
    "elan": lines("{who}\t\t00:00:{s}.500\t{s}.5\t00:00:{s}.900\t{s}.9\t{said}"),
    "zoom chat": lines("10:05:{s}\t {who} : {said}"),
    "zoom chat, older": lines("10:05:{s} From {who} to Everyone:\n\t{said}"),
    "zoom chat, from": lines("10:05:{s}\t From  {who} : {said}").replace("From  ", ""),
    "whatsapp": lines("12/03/2026, 10:{s} - {who}: {said}"),
    "whatsapp, us": lines("3/12/26, 10:{s}\u202fAM - {who}: {said}"),
    "whatsapp, ios": lines("\u200e[12.03.26, 10:03:{s}] {who}: {said}"),
    "whatsapp, copied": lines("[10:{s}, 12/03/2026] {who}: {said}"),
    "vtt": "WEBVTT\n\n"
    + lines("{n}\n00:00:{s}.000 --> 00:00:{s}.900\n{who}: {said}", between=BLANK),
    "vtt voices": "WEBVTT\n\n"
    + lines("00:{s}.000 --> 00:{s}.900\n<v {who}>{said}</v>", between=BLANK),
    "vtt voices open": "WEBVTT\n\n"
    + lines("00:{s}.000 --> 00:{s}.900\n<v {who}>{said}", between=BLANK),
    "vtt ids": "WEBVTT\n\n"
    + lines("a1b2c3d4-{n}/1-0\n00:{s}.000 --> 00:{s}.900\n<v {who}>{said}</v>", between=BLANK),
    "vtt padded": "WEBVTT\nKind: captions\nLanguage: en\n\n"
    + lines(
        "00:00:{s}.000 --> 00:00:{s}.900 align:start position:0%\n \n>> {who}: {said}",
        between=BLANK,
    ),
    "vtt arrows": "WEBVTT\n\n"
    + lines("00:{s}.000 --> 00:{s}.900\n>> {who}: {said}", between=BLANK),
    "vtt name line": "WEBVTT\n\n"
    + lines("00:{s}.000 --> 00:{s}.900\n{who}\n{said}", between=BLANK),
    "srt": lines("{n}\n00:00:{s},000 --> 00:00:{s},900\n{who}: {said}", between=BLANK),
    "srt brackets": lines("{n}\n00:00:{s},000 --> 00:00:{s},900\n[{who}]: {said}", between=BLANK),
    "srt no gaps": lines("{n}\n00:00:{s},000 --> 00:00:{s},900\n{who}: {said}"),
    "srt no numbers": lines("00:00:{s},000 --> 00:00:{s},900\n{who}: {said}", between=BLANK),
    "srt short times": lines("{n}\n0:0:{s}.5 --> 0:0:{s}.9\n{who}: {said}", between=BLANK),
    "sbv": lines("0:00:{s}.000,0:00:{s}.900\n{who}: {said}", between=BLANK),
    "csv": "speaker,text\n" + lines('{who},"{said}"'),
    "csv, other names": "Participant;Utterance;Start Time\n" + lines("{who};{said};00:00:{s}"),
    "csv, frames": "Speaker Name,Start Time,End Time,Text\n"
    + lines('{who},00:00:{s}:19,00:00:{s}:24,"{said}"'),
    "csv, spanish": "Hablante,Texto\n" + lines('{who},"{said}"'),
    "csv, german": "Sprecher;Text;Beginn\n" + lines("{who};{said};00:{s}"),
    "csv, french": "Locuteur\tTexte\n" + lines("{who}\t{said}"),
    "csv, praat": "tmin\ttier\ttext\ttmax\n" + lines("{s}.0\t{who}\t{said}\t{s}.9"),
    "csv, span": "Timespan\tContent\tSpeaker\n" + lines("0:{s}.0 - 0:{s}.9\t{said}\t{who}"),
    "csv, ms": "start_ms,end_ms,speaker,text\n" + lines('{s}000,{s}900,{who},"{said}"'),
    "json": '{{"segments": [{}]}}'.format(
        lines('{{"start": {s}, "end": {s}.9, "speaker": "{who}", "text": "{said}"}}', between=",")
    ),
    "json list": "[{}]".format(lines('{{"speaker": "{who}", "text": "{said}"}}', between=",\n")),
    "json utterances": '{{"id": "x", "utterances": [{}]}}'.format(
        lines(
            '{{"speaker": "{who}", "start": {s}000, "end": {s}900, "text": "{said}"}}', between=","
        )
    ),
    "json lines": lines('{{"id": "{n}", "speaker": "{who}", "text": "{said}"}}'),
    "json objects": lines('{{"speaker": {{"id": "{who}"}}, "text": "{said}"}}'),
    "with a title": "Home visit, third transcript\n\n" + lines("{who}: {said}"),
    "teams head": "Meeting with Amadou\nMarch 12, 2026, 10:00AM\n32m 5s\n\n"
    + lines("{who}   0:{s}\n{said}", between=BLANK),
    "with a head": "Date: 12 March 2026\nInterviewer: Lena Ruiz\n\n" + lines("{who}: {said}"),
    "with a head and no gap": "Date: 12 March 2026\n" + lines("{who}: {said}"),
}
LABELS = [
    "Ruiz, Lena", "Lena Ruiz, LCSW", "Dr. Lena Ruiz", "Lena O'Neil-Ruiz", "Lena Ruiz (she/her)",
    "Lena Ruiz (Family Services)", "+1 617-555-0142", "617.555.0142", "(617) 555-0142",
    "1st caller",
    "Speaker 1", "SPEAKER_01", "S1", "P12", "Participant #3", "Social worker", "mother",
    "Unknown speaker", "María José de la Cruz", "Đức Anh", "Şebnem", "Łukasz W.", "Зоя Иванова",
    "प्रिया", "नेहा शर्मा", "社工", "佐藤", "김민수", "سارة", "عُمَر", "Ελένη", "Ana & Rui", "Lena/Rui",
    "J.D.", "M. Ruiz", "Q", "A", "I1", "Mr. and Mrs. Diallo", "lena@host", "Lena [phone]",
    "the man at the desk", "van der Berg, Anna", "Team 2 (all)", "Interviewer 2",
    "Lena Ruiz, PhD, LMSW", "d'Angelo",
    "Nguyễn Thị Minh Khai", "Prof. Dr. Anna von der Heide", "สมชาย", "ใจดี", "ተስፋዬ", "Ümit",
]  # fmt: skip
# words of a line that goes on, below a line of the other; never a voice in silence
GOES_ON = [
    "First: we call.", "And the worst part: the bus.", "we can do: wait or call.",
    "10:30 in the morning.", "10:30: not later.", "https://example.org/form",
    "There were two: a and b.",
    "She said: no.", "What I mean: it is cold.", "Note: bring the card.", "Monday: the clinic.",
    "Because: I was late.", "https: is what it says", "My problem: no heating.",
    "Pero lo peor: el frío.", "Week: it was long.", "On the form: two lines.",
]  # fmt: skip
