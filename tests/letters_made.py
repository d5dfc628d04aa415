"""Form letters for tests: campaigns of made-up words, edited at five levels as people edit them, all made up."""

import random

_BETWEEN = "the of and to a in is that for it be with as this on are not by or have from we at but an they you"
SMALL = _BETWEEN.split()
"""The words between; every third word of a sentence or so is one of them."""

_CONSONANTS = "b br c ch d dr f fl g gr h j k l m n p pl r s sh st t tr v w"
_STARTS = _CONSONANTS.split()
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
_LAST = ["", "n", "r", "st", "ly", "ing", "ment", "tion", "ed", "t"]
WORDS = [
    random.Random(one).choice(_STARTS)
    + random.Random(one + 1).choice(_VOWELS)
    + random.Random(one + 2).choice(_STARTS)
    + random.Random(one + 3).choice(_VOWELS)
    + random.Random(one + 4).choice(_LAST)
    for one in range(0, 20_000, 5)
]
"""Words that look like words."""

NAMES = ["Ada Example", "Ben Muster", "Cleo Sample", "Dora Beispiel", "Emil Esempio", "Fay Ejemplo", "Gus Primer"]


def sentence(rng: random.Random) -> str:
    """One sentence of 7 to 14 words."""
    said = [rng.choice(SMALL) if rng.random() < 0.4 else rng.choice(WORDS) for _ in range(rng.randint(7, 14))]
    return " ".join(said).capitalize() + "."


def text(rng: random.Random, sentences: int = 9) -> str:
    """A letter of so many sentences, in two paragraphs."""
    said = [sentence(rng) for _ in range(sentences)]
    return " ".join(said[: sentences // 2]) + "\n\n" + " ".join(said[sentences // 2 :])


def signed(rng: random.Random, body: str) -> str:
    """A letter with a greeting and a signature."""
    greeting = rng.choice(["Dear Council members", "To whom it may concern", "Dear Mayor and City Council", "Hello"])
    place = f"{rng.randint(1, 9999)} {rng.choice(['Elm', 'Oak', 'Lake'])} Street"
    return f"{greeting},\n\n{body}\n\nSincerely,\n{rng.choice(NAMES)}\n{place}"


def edited(rng: random.Random, body: str, level: int) -> str:
    """The letter at a level: 0 copy, 1 signed, 2 own sentences added, 3 words changed, 4 shuffled and rewritten."""
    if level == 0:
        return body
    if level == 2:
        own = f"My sister Quill{rng.randint(1, 999)} waited {rng.randint(2, 99)} weeks for a reply about her file."
        return signed(rng, f"{own} {body}" if rng.random() < 0.5 else f"{body} {own}")
    if level >= 3:
        change = 0.06 if level == 3 else 0.2
        said = [rng.choice(WORDS) if rng.random() < change else word for word in body.split()]
        sentences = " ".join(said).split(". ")
        if level == 4:
            rng.shuffle(sentences)
        body = ". ".join(sentences)
    return signed(rng, body)


def docket(
    seed: int, campaigns: int = 6, letters: int = 300, share: float = 0.7
) -> tuple[list[str], list[int], list[int]]:
    """So many letters, mixed; with each the campaign it belongs to (-1 for none) and the level of its editing."""
    rng = random.Random(seed)
    masters = [text(rng, 11) for _ in range(campaigns)]
    made = []
    for _ in range(letters):
        if rng.random() < share:
            campaign, level = rng.randrange(campaigns), rng.choices(range(5), [35, 30, 15, 12, 8])[0]
            made.append((edited(rng, masters[campaign], level), campaign, level))
        else:
            made.append((signed(rng, text(rng, rng.randint(4, 9))), -1, -1))
    return [m[0] for m in made], [m[1] for m in made], [m[2] for m in made]
