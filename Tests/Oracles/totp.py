"""Asks pyotp for codes. Input: one line per question, `KEY UNIXTIME`, or an otpauth address. Output:
the code for each question; for an address its key, digits, seconds, issuer and account."""
import sys

import pyotp

for line in sys.stdin.read().splitlines():
    if line.startswith("otpauth:"):
        read = pyotp.parse_uri(line)
        print(read.secret, read.digits, read.interval, read.issuer, read.name, sep="\t")
    else:
        key, at = line.split()
        print(pyotp.TOTP(key).at(int(at)))
