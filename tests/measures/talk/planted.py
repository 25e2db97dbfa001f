"""A seeded set of invented lines with planted names, numbers and addresses, easy and hard."""

import random

FIRST = ["Dalia", "Ines", "Tomás", "Leo", "Amara", "Kofi", "Mei", "Noor", "Ruth", "José"]
FIRST += ["Siobhán", "Ngozi", "Wyatt", "Priya", "Anh", "Grace"]
LAST = ["Moreno", "Okafor", "O'Brien", "Farouk", "Whitehorse", "Nguyen", "Abara", "García-López"]
LAST += ["Smith", "Li", "Kowalski"]
STREETS = ["Maple", "Oak", "Washington", "Martin Luther King", "Elm", "First", "Old Mill"]
STREETS += ["Saint Ann"]
# Each line holds one planted thing at {}. The hard ones are as people really say them.
LINES = {
    "name": [
        "My name is {} and I called on Monday.",
        "I told {} about the letter.",
        "Mr. {} said it is full.",
        "{} won't write me a letter, you know that.",
        "She lives with {}, my sister.",
        "This is {}, the nurse.",
        "Yes, {}.",
        "Please ask {} to come in.",
    ],
    "phone": [
        "You can reach me at {}.",
        "My cell is {} if you need it.",
        "Call {} after five.",
        "The number there is {}, ask for the desk.",
    ],
    "email": ["Write to {} please.", "It's {}, all in small letters.", "My email is {}."],
    "address": [
        "I live at {} now.",
        "We moved to {} in May.",
        "The letter went to {}.",
        "Pick me up at {}, please.",
    ],
    "birth_date": [
        "I was born on {}.",
        "His date of birth is {}.",
        "She was born {}, in March I think.",
    ],
    "id_number": [
        "My case number is {}.",
        "The social is {}.",
        "It says {} on the card.",
        "Medicaid number {} I think.",
    ],
}
DIGIT_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def digits(rng, count):
    return "".join(str(rng.randrange(10)) for _ in range(count))


def name(rng):
    shape = rng.choice(["first", "first", "first", "both", "both", "last", "lower"])
    first, last = rng.choice(FIRST), rng.choice(LAST)
    return {"first": first, "both": f"{first} {last}", "last": last, "lower": first.lower()}[shape]


def phone(rng):
    a, b, c = digits(rng, 3), digits(rng, 3), digits(rng, 4)
    spoken = " ".join(DIGIT_WORDS[int(d)] for d in b + c)
    shapes = [
        f"{a}-{b}-{c}",
        f"({a}) {b}-{c}",
        f"{a} {b} {c}",
        f"+1 {a} {b} {c}",
        a + b + c,
        f"{b}-{c}",
    ]
    return rng.choice([*shapes, f"{a}.{b}.{c}", spoken, f"{b} and then {c}"])


def email(rng):
    who = rng.choice(FIRST).lower()
    return rng.choice(
        [
            f"{who}@example.org",
            f"{who}.m@mail.example.com",
            f"{who} at example dot com",
            f"{who} at example",
        ]
    )


def address(rng):
    street = rng.choice(STREETS)
    number = rng.randrange(1, 9000)
    plain = [f"{number} {street} Street", f"{number} {street} Ave", f"{number} {street} Rd., Apt 4"]
    return rng.choice([*plain, f"{number} {street}", f"{street} Street", "PO Box 212"])


def birth_date(rng):
    day, month, year = rng.randrange(1, 29), rng.randrange(1, 13), rng.randrange(1930, 2020)
    plain = [f"{month}/{day}/{year}", f"{year}-{month:02d}-{day:02d}", f"March {day}, {year}"]
    return rng.choice(
        [*plain, f"{day} March {year}", f"{month}/{day}/{year % 100:02d}", "March the ninth"]
    )


def id_number(rng):
    plain = [f"{digits(rng, 3)}-{digits(rng, 2)}-{digits(rng, 4)}", f"AB{digits(rng, 7)}"]
    return rng.choice(
        [*plain, digits(rng, 6), f"{digits(rng, 4)} {digits(rng, 4)}", f"A B {digits(rng, 2)}"]
    )


MAKERS = {
    "name": name,
    "phone": phone,
    "email": email,
    "address": address,
    "birth_date": birth_date,
    "id_number": id_number,
}


def planted(kind, count=400, seed=2026):
    """Give (line, start, stop) with one planted thing of a kind in each line."""
    rng, found = random.Random(f"{kind} {seed}"), []
    for _ in range(count):
        line, thing = rng.choice(LINES[kind]), MAKERS[kind](rng)
        start = line.index("{}")
        found.append((line.format(thing), start, start + len(thing)))
    return found
