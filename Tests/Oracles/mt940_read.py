"""What mt-940 reads in an MT940 file (standard input), as JSON: one object for each message."""
import json
import sys

import mt940

options = mt940.Options(reversal_sign=True, merge_keeps_values=True, unbounded_details=True)
data = sys.stdin.buffer.read()


def cents(amount):
    return int(amount.amount * 100)


def tell(statement):
    data = statement.data
    opening = data.get("final_opening_balance") or data.get("intermediate_opening_balance")
    closing = data.get("final_closing_balance") or data.get("intermediate_closing_balance")
    return {
        "account": data["account_identification"].strip(),
        "opening": cents(opening.amount),
        "closing": cents(closing.amount),
        "currency": closing.amount.currency,
        "lines": [
            {
                "amount": cents(line.data["amount"]),
                "valuedOn": str(line.data["date"]),
                "bookedOn": str(line.data.get("entry_date") or line.data["date"]),
                "customer": line.data.get("customer_reference") or "",
                "bank": line.data.get("bank_reference") or "",
                "endToEnd": line.data.get("end_to_end_reference") or "",
                "purpose": line.data.get("purpose") or "",
                "name": line.data.get("applicant_name") or "",
                "details": line.data.get("transaction_details") or "",
            }
            for line in statement.transactions
            if "amount" in line.data
        ],
    }


text = data.decode("utf-8")
print(json.dumps([tell(statement) for statement in mt940.parse_statements(text, options=options)]))
