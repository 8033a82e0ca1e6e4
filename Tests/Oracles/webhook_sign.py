"""Signs with Python's own hmac. Reads a JSON list of {body, secret, seconds}; answers the headers."""
import hashlib
import hmac
import json
import sys

json.dump([
    "t={seconds},v1={code}".format(
        seconds=case["seconds"],
        code=hmac.new(
            case["secret"].encode(), f"{case['seconds']}.{case['body']}".encode(), hashlib.sha256
        ).hexdigest())
    for case in json.load(sys.stdin)
], sys.stdout)
