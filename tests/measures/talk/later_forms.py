"""Further forms in which tools and people write invented talk, and the right reading of each."""

from talk_forms import BLANK, TALK, lines

ROWS = [("Lena Ruiz", 0), ("Amadou", 1), ("Lena Ruiz", 2)]
SAID = [said for _, said in TALK]
NOTE = "\u200e"


def bare(form, between="\n"):
    return lines(form, between=between)


# all of these are the talk of talk_forms
SAME = {
    "letters of time before": bare("[1h02m{s}s] {who}: {said}"),
    "minutes and seconds beside": bare("{who} (1m {s}s): {said}"),
    "seconds before": bare("[{s}.5s] {who}: {said}"),
    "span of seconds before": bare("[{s}.0 - {s}.9] {who}: {said}"),
    "clock with AM before": bare("10:{s} AM {who}: {said}"),
    "day and clock before": bare("[2026-03-03 10:05:{s}] {who}: {said}"),
    "moment before": bare("2026-03-03T10:05:{s}Z {who}: {said}"),
    "time glued to the name": bare("[00:{s}.20]{who}: {said}"),
    "name, tab, time, tab": bare("{who}:\t00:{s}\t{said}"),
    "small colon": bare("{who}﹕ {said}"),
    "two colons": bare("{who}:: {said}"),
    "name in quotes": bare("“{who}”: {said}"),
    "arrow": bare("{who} -> {said}"),
    "equals": bare("{who} = {said}"),
    "phone, French": bare("03/03/2026 à 14:{s} - {who}: {said}"),
    "phone, German": bare("03.03.26 um 14:{s} Uhr - {who}: {said}"),
    "phone, Finnish": bare("3.3.2026 klo 14.{s} - {who}: {said}"),
    "phone, Spanish": bare("3/3/26 2:{s} p. m. - {who}: {said}"),
    "phone, month in letters": bare("3 Mar 2026, 14:{s} - {who}: {said}"),
    "phone, guest": bare("12/03/2026, 14:{s} - ~{who}: {said}"),
    "copied from a chat": bare("{who}, [3 Mar 2026 at 14:02:{s}]:\n{said}", BLANK),
    "copied, day in numbers": bare("{who}, [03.03.2026 14:{s}]\n{said}", BLANK),
    "copied, clock in brackets": bare("{who}  [2:{s} PM]\n{said}"),
    "chat, from": bare("10:05:{s}\t From {who} : {said}"),
    "tool above and below": "Visit - Transcript\n" + bare("{who}  0:{s}\n{said}", BLANK)
    + "\n\nTranscribed by https://example.org",
    "clock lines with gaps below": "Case - Transcript\n00:00:00\n \n" + bare("{who}: {said}")
    + "\n00:05:00\n ",
    "every line numbered": bare("00{n} {who}: {said}").replace(" The ", "\n003 The ")
    .replace("003 Lena", "004 Lena"),
    "pages by name": bare("{who}: {said}").replace(" The ", "\nPage 2 of 9\nThe "),
    "pages with a running head": "Visit 4 - Page 1\n"
    + bare("{who}: {said}").replace(" The ", "\nVisit 4 - Page 2\nThe "),
    "pages by number": bare("{who}: {said}", "\n7\n").replace("\n7\nLena", "\n8\nLena"),
    "head of a document with people": "Title: Visit\nDate: 3 March\nInterviewer: L. R.\n"
    "Length: 9 min\n\n" + bare("{who}: {said}"),
    "captions, names in brackets": "WEBVTT\n\n"
    + bare("00:{s}.000 --> 00:{s}.900\n[{who}] {said}", BLANK),
    "captions, bar": "WEBVTT\n\n" + bare("00:{s}.000 --> 00:{s}.900\n{who}| {said}", BLANK),
    "captions, name in the identifier": "WEBVTT\n\n"
    + bare('{n} "{who}" (71)\n00:{s}.000 --> 00:{s}.900\n{said}', BLANK),
    "captions, place on the screen": bare(
        "{n}\n00:00:{s},000 --> 00:00:{s},900\n{{\\an8}}<b>{who}:</b> {said}", BLANK
    ),
    "table, names before the words": "start\tend\ttext\n"
    + bare("{s}000\t{s}900\t{who}: {said}"),
    "table, voices before the words": "start\tend\ttext\n"
    + bare("{s}000\t{s}900\t[{who}]: {said}"),
    "table, long names of columns": "Turn no.\tSpeaker (role)\tWhat was said in full\n"
    + bare("{n}\t{who}\t{said}"),
    "table of tiers": "Begin Time - hh:mm:ss.ms\tEnd Time - hh:mm:ss.ms\tLena Ruiz\tAmadou\n"
    + "\n".join(f"0:1{n}\t0:1{n}.9\t" + ("\t" + said if n == 1 else said + "\t")
                for n, said in enumerate(SAID)),
    "table of one tier a row": "Tier\tBegin Time - hh:mm:ss.ms\tEnd Time - mm:ss\tAnnotation\n"
    + bare("{who}\t0:{s}\t0:{s}.9\t{said}"),
    "table below a title": "Visit 4\n\nSpeaker\tText\n" + bare("{who}\t{said}"),
    "caption file, name in brackets above": bare("[{who}] 14:02:{s}\n{said}", BLANK),
    "at a time": bare("{who} at 00:{s}: {said}"),
    "name and time in one bracket": bare("[{who} 00:{s}] {said}"),
    "bold without a colon": bare("**{who}** {said}"),
    "dash and name": bare("-{who}: {said}"),
    "weekday and clock above": bare("[Monday 10:{s}] {who}\n{said}", BLANK),
    "quoted lines": bare("> **{who}**: {said}", "\n>\n"),
    "ends of lines of the web": bare("{who}: {said}", "\u2028"),
    "one paragraph": bare("{who}: {said}", " "),
    "a column for each": "Lena Ruiz\tAmadou\n"
    + "\n".join(("\t" + said if n == 1 else said + "\t") for n, said in enumerate(SAID)),
}  # fmt: skip

# name: (text, right reading)
OTHERS = {
    "numbers of turns": (
        "T1: Hello?\nC1: Fine.\nT2: So?\nC2: Hard.\nT3: Why?",
        [("T", "Hello?"), ("C", "Fine."), ("T", "So?"), ("C", "Hard."), ("T", "Why?")],
    ),
    "numbers of voices": (
        "M: Who?\nP1: Me.\nP2: Me too.\nM: So?\nP1: No.",
        [("M", "Who?"), ("P1", "Me."), ("P2", "Me too."), ("M", "So?"), ("P1", "No.")],
    ),
    "numbers over all turns": (
        "Worker 1: Hello?\nMother 2: Fine.\nWorker 3: So?\nMother 4: Hard.",
        [("Worker", "Hello?"), ("Mother", "Fine."), ("Worker", "So?"), ("Mother", "Hard.")],
    ),
    "a voice that may be another": (
        "Speaker ?: Good.\nInes: Hard.\nSpeaker ?: So?",
        [("Speaker ?", "Good."), ("Ines", "Hard."), ("Speaker ?", "So?")],
    ),
    "court": (
        "THE COURT: Proceed.\nBY MS. RUIZ:\nQ. Good day?\nA. It broke.\nIn May.\nQ. Sure?\nA. Yes.",
        [("THE COURT", "Proceed."), ("Q", "Good day?"), ("A", "It broke. In May."),
         ("Q", "Sure?"), ("A", "Yes.")],
    ),
    "names in capitals with a stop": (
        "RUIZ. Hello.\nDIOP. Hard.\nRUIZ. Since when?\nDIOP. Monday.",
        [("RUIZ", "Hello."), ("DIOP", "Hard."), ("RUIZ", "Since when?"), ("DIOP", "Monday.")],
    ),
    "names above, no gaps": (
        "Ruiz\nHello.\nDiop\nHard.\nThe heating is out.\nRuiz\nSo?\nDiop\nNo.",
        [("Ruiz", "Hello."), ("Diop", "Hard. The heating is out."), ("Ruiz", "So?"),
         ("Diop", "No.")],
    ),
    "directions beside the name": (
        "Ruiz (smiling): Hello.\nDiop [looks away]: Hard.\nRuiz: So?\nDiop: No.",
        [("Ruiz", "[smiling] Hello."), ("Diop", "[looks away] Hard."), ("Ruiz", "So?"),
         ("Diop", "No.")],
    ),
    "who somebody is beside the name": (
        "Ana (mother): Hello.\nAna (daughter): Hard.\nAna (mother): So?",
        [("Ana (mother)", "Hello."), ("Ana (daughter)", "Hard."), ("Ana (mother)", "So?")],
    ),
    "time before a line that goes on": (
        "[00:01] Ruiz: Hello.\n[00:05] Diop: Hard.\n[00:09] It got cold.",
        [("Ruiz", "Hello."), ("Diop", "Hard. It got cold.")],
    ),
    "words of the program in a chat": (
        f"[3/3/26, 14:02:11] Home: {NOTE}Messages are encrypted.\n[3/3/26, 14:02:12] Ruiz: Hello."
        f"\n[3/3/26, 14:03:12] Diop: Hard.\n{NOTE}[3/3/26, 14:05:00] Ruiz: {NOTE}image omitted",
        [("Ruiz", "Hello."), ("Diop", "Hard.")],
    ),
    "coded lines without their head": (
        "*INV:\tgood morning .\n%com:\tsmiles\n*PAR:\thard .\n*INV:\tso ?",
        [("INV", "good morning ."), ("PAR", "hard ."), ("INV", "so ?")],
    ),
    "numbered voices, time behind": (
        "[SPEAKER_00] [00:00:01.20 - 00:00:03.10]: Hello.\n[SPEAKER_01] [00:04 - 00:06]: Hard.",
        [("SPEAKER_00", "Hello."), ("SPEAKER_01", "Hard.")],
    ),
    "Japanese quotation marks": (
        "支援者「今日は。」\n田中「大変です。」\n支援者「いつから。」",
        [("支援者", "「今日は。」"), ("田中", "「大変です。」"), ("支援者", "「いつから。」")],
    ),
    "Ethiopic colon": (
        "ሰራተኛ፦ ሰላም።\nአበበ፦ ከባድ ነው።\nሰራተኛ፦ መቼ?",
        [("ሰራተኛ", "ሰላም።"), ("አበበ", "ከባድ ነው።"), ("ሰራተኛ", "መቼ?")],
    ),
    "a writing with one case": (
        "ნინო: გამარჯობა.\nგიორგი: ძნელი იყო.\nნინო: რატომ?",
        [("ნინო", "გამარჯობა."), ("გიორგი", "ძნელი იყო."), ("ნინო", "რატომ?")],
    ),
}  # fmt: skip

# lines that go on, in four languages, each with what is asked about; empty where nothing is
GO_ON = {
    "Dear Ines: please come.": "Dear Ines",
    "Romans 8: nothing can part us.": "Romans 8",
    "Week 2: nothing.": "Week 2",
    "COVID-19: we lost the job.": "COVID-19",
    "Me: no, no.": "Me",
    "Lunes: cerrado.": "Lunes",
    "Mi mamá: no puedes.": "Mi mamá",
    "Meine Mutter: nein.": "Meine Mutter",
    "Das Problem: kein Geld.": "Das Problem",
    "Miete: 650 Euro.": "Miete",
    "D'abord: l'école.": "D'abord",
    "Loyer: 650 euros.": "Loyer",
    "Mark 4:12 says it.": "",
    "12:30 we met.": "",
}

# what stands before the colon, taken as words: what is asked about
ASKED = ["Very", "Re", "Quote", "Note"]
