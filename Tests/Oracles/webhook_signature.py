"""The verdict of Stripe's own library on signature headers. Reads a JSON list of {body, header, secret, now};
answers for each "right", or the library's complaint. Its clock is set to `now`: it compares with the tolerance."""
import json
import sys
import time

from stripe import SignatureVerificationError, WebhookSignature

verdicts = []
for case in json.load(sys.stdin):
    time.time = lambda now=case["now"]: now
    try:
        WebhookSignature.verify_header(case["body"], case["header"], case["secret"], tolerance=300)
        verdicts.append("right")
    except SignatureVerificationError as complaint:
        verdicts.append(str(complaint))
json.dump(verdicts, sys.stdout)
