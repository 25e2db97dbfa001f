"""Forms of tools in several languages, with invented talk: a text, its reading, how many notes."""

SPANISH = [("Lucía Herrero", "Buenos días. ¿Qué importa más?"), ("Tomás Quispe", "La escuela.")]
GERMAN = [("Weber, Anke", "Guten Morgen."), ("Yilmaz, Emre", "Schlecht. Es ist kalt.")]
FRENCH = [("Hélène Prévost", "Bonjour."), ("Nadia Benali", "L’école.")]
ENGLISH = [("Anita Bose", "Good morning."), ("Joel Park", "The school."), ("Anita Bose", "I see.")]
SHORT = [("Ana", "Good morning."), ("Joel Park", "The school.")]
NARROW = "\u202f"
LEFT = "\u200e"
RIGHT = "\u200f"

# name: (text, right reading, notes)
TOOLS = {
    "meeting in German": (
        "Hausbesuch-20260312-Besprechungsaufzeichnung\n12. März 2026, 09:00\n32 Min. 5 Sek.\n\n"
        "Weber, Anke   0:03\nGuten Morgen.\n\nYilmaz, Emre   0:08\nSchlecht. Es ist kalt.\n\n"
        "Weber, Anke hat die Transkription beendet",
        GERMAN,
        4,
    ),
    "meeting in Spanish": (
        "Reunión con la familia\njueves, 12 de marzo de 2026, 10:00\n32 min 5 s\n\n"
        "Lucía Herrero inició la transcripción\n\nLucía Herrero   0:03\nBuenos días. ¿Qué importa"
        " más?\n\nTomás Quispe   0:08\nLa escuela.\n\nLucía Herrero detuvo la transcripción",
        SPANISH,
        5,
    ),
    "meeting in French": (
        "Hélène Prévost a démarré la transcription\n\nHélène Prévost   0:03\nBonjour.\n\n"
        "Nadia Benali   0:08\nL’école.\n\nHélène Prévost a arrêté la transcription",
        FRENCH,
        2,
    ),
    "times in words": (
        "Anita Bose\n0 minutes 3 seconds\n0:03\nGood morning.\nJoel Park\n0 minutes 8 seconds\n0:08"
        "\nThe school.\nAnita Bose\n1 hour 0 minutes 12 seconds\n1:00:12\nI see.",
        ENGLISH,
        0,
    ),
    "times in words beside the name": (
        "Anita Bose   0 minutos 3 segundos\n0:03\nGood morning.\nJoel Park   0 minutos 8 segundos\n"
        "0:08\nThe school.\nAnita Bose   0 minutos 9 segundos\n0:09\nI see.",
        ENGLISH,
        0,
    ),
    "document of a meeting": (
        "Mar 12, 2026\n\nFamily meeting - Transcript\n\nAttendees\n\nAnita Bose, Joel Park\n\n"
        "Transcript\n\n00:00:00\n\nAnita Bose: Good morning.\nJoel Park: The school.\n\n"
        "00:05:00\n\nAnita Bose: I see.\n\nMeeting ended after 00:05:30 👋\n\n"
        "This editable transcript was computer generated and might contain errors.",
        ENGLISH,
        8,
    ),
    "document of a meeting in Spanish": (
        "📝 Notas\n\n12 mar 2026\n\nReunión con la familia: transcripción\n\nAsistentes\n\nLucía"
        " Herrero, Tomás Quispe\n\nTranscripción\n\n00:00:00\n\nLucía Herrero: Buenos días. ¿Qué"
        " importa más?\nTomás Quispe: La escuela.\n\n00:05:00\n\nLa reunión finalizó después de"
        " 00:05:30 👋\n\nEsta transcripción editable se generó por computadora.",
        SPANISH,
        9,
    ),
    "words of the tool below": (
        "Anita Bose (00:00):\nGood morning.\n\nJoel Park (00:04):\nThe school.\n\nAnita Bose"
        " (00:09):\nI see.\n\nThis transcript was exported on Mar 12, 2026 - view it here.",
        ENGLISH,
        1,
    ),
    "words of the tool in brackets": (
        "(00:01) Ana\nGood morning.\n(00:03) Joel Park\nThe school.\n(Transcribed by a program.)",
        SHORT,
        1,
    ),
    "a column that is a voice": (
        "Speaker 1 | 00:01\nGood morning.\n\nSpeaker 2 | 00:03\nThe school.",
        [("Speaker 1", "Good morning."), ("Speaker 2", "The school.")],
        0,
    ),
    "name, time and words on a line": (
        "Anita Bose [00:00:01] Good morning.\n\nJoel Park [00:00:03] The school.\n\n"
        "Anita Bose [00:00:09] I see.",
        ENGLISH,
        0,
    ),
    "stop and dash": (
        "T.S.- ¿Cómo está?\nUsuaria.- Cansada.\nT.S.- ¿Desde cuándo?\nUsuaria.- El lunes.",
        [("T.S.", "¿Cómo está?"), ("Usuaria", "Cansada."), ("T.S.", "¿Desde cuándo?"),
         ("Usuaria", "El lunes.")],
        0,
    ),
    "chat with the name below the day": (
        "[3/12/2026 10:05 AM] Anita Bose\nGood morning.\n[3/12/2026 10:06 AM] Joel Park\n"
        "The school.\n[3/12/2026 10:07 AM] Anita Bose\nI see.",
        ENGLISH,
        0,
    ),
    "phone, files and what was taken back": (
        f"3/12/26, 2:05{NARROW}PM - Messages are end-to-end encrypted.\n3/12/26, 2:05{NARROW}PM -"
        f" Ana: Good morning.\n3/12/26, 2:06{NARROW}PM - Joel Park: <Media omitted>\n3/12/26,"
        f" 2:07{NARROW}PM - Joel Park: The school.\n3/12/26, 2:08{NARROW}PM - Joel Park: This"
        f" message was deleted\n3/12/26, 2:09{NARROW}PM - Ana: a.jpg (file attached)",
        SHORT,
        2,
    ),
    "phone, words below a picture": (
        "12.03.26, 14:05 - Ana: Good morning.\n12.03.26, 14:06 - Joel Park: <Medien"
        " ausgeschlossen>\nThe school.",
        SHORT,
        1,
    ),
    "phone, changed": (
        f"[12/3/26, 2:05:11{NARROW}PM] Ana: Good morning. {LEFT}<This message was edited>\n"
        f"[12/3/26, 2:06:11{NARROW}PM] Joel Park: The school.",
        SHORT,
        0,
    ),
    "phone, Arabic": (
        f"{RIGHT}12{RIGHT}/3{RIGHT}/2026، 2:05{NARROW}م - ليلى: صباح الخير.\n"
        f"{RIGHT}12{RIGHT}/3{RIGHT}/2026، 2:06{NARROW}م - سامي: المدرسة.",
        [("ليلى", "صباح الخير."), ("سامي", "المدرسة.")],
        0,
    ),
    "phone, Chinese": (
        "2026/3/12 下午2:05 - 李娜: 早上好。\n2026/3/12 下午2:06 - 王芳: 学校。",
        [("李娜", "早上好。"), ("王芳", "学校。")],
        0,
    ),
    "times between name and words": (
        "Anita Bose:    00:00    Good morning.\nJoel Park:    00:03    The school.\n"
        "Anita Bose:    00:09    I see.",
        ENGLISH,
        0,
    ),
    "times behind a tab": (
        "Ana: Good morning.\t00:00:01\nJoel Park: The school.\t00:00:05",
        SHORT,
        0,
    ),
    "time, name with its colon": (
        "00:00:01\nAna:\nGood morning.\n\n00:00:03\nJoel Park:\nThe school.",
        SHORT,
        0,
    ),
    "names in brackets above": (
        "[Anita Bose]\nGood morning.\n\n[Joel Park]\nThe school.\n\n[Anita Bose]\nI see.",
        ENGLISH,
        0,
    ),
    "messages from a phone as a table": (
        "Date,From,Message\n2026-03-12 10:05,Ana,Good morning.\n"
        "2026-03-12 10:06,Joel Park,The school.",
        SHORT,
        0,
    ),
}  # fmt: skip

# lines that go on, and are no words of a tool
SPOKEN = [
    "by the way:", "the meeting ended at 10:05.", "and then she said Bo started transcription: so",
    "The meeting ended after an hour.", "Transcript", "12 March 2026", "three minutes 5 seconds",
]  # fmt: skip
