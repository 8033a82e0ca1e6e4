"""Random references and account numbers with python-stdnum's verdict, one a line: kind, text, 0 or 1."""
import random
import string

from stdnum import iban, iso11649
from stdnum.iso7064 import mod_97_10

SEPA = """AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO
PL PT RO RS SE SI SK SM VA""".split()
LETTERS, DIGITS = string.ascii_uppercase, string.digits
KINDS = {"n": DIGITS, "a": LETTERS, "c": DIGITS + LETTERS}


def canonical(text):
    """stdnum also takes check digits 00, 01 and 99, which are other spellings of 97, 98 and 02."""
    return text[2:4].isdigit() and 2 <= int(text[2:4]) <= 98


def changed(text):
    """The same, a swap, another character, one more or one fewer."""
    place = random.randrange(len(text))
    other = random.choice(DIGITS + LETTERS)
    return random.choice([
        text, text,
        text[:place] + other + text[place + 1:],
        text[:place] + text[place:place + 2][::-1] + text[place + 2:],
        text[:place] + other + text[place:],
        text[:place] + text[place + 1:],
    ])


def body(structure):
    """A random account part: structure as the registry writes it, like 4!a6!n8!c."""
    text, count = "", ""
    for mark in structure:
        if mark.isdigit():
            count += mark
        elif mark in KINDS:
            text += "".join(random.choice(KINDS[mark]) for _ in range(int(count)))
            count = ""
    return text


random.seed(20261121)
for _ in range(3000):
    alphabet = random.choice([DIGITS, DIGITS + LETTERS])
    core = "".join(random.choice(alphabet) for _ in range(random.randint(1, 21)))
    made = "RF" + mod_97_10.calc_check_digits(core + "RF") + core
    print("made", core, made, sep="\t")
    text = changed(made)
    print("rf", text, int(iso11649.is_valid(text) and canonical(text)), sep="\t")
for _ in range(80):
    for country in SEPA:
        structure = iban._ibandb.info(country)[0][1]["bban"]
        core = body(structure)
        made = country + mod_97_10.calc_check_digits(core + country) + core
        text = changed(made)
        if text[:2] in SEPA:
            valid = iban.is_valid(text, check_country=False) and canonical(text)
            print("iban", text, int(valid), sep="\t")
