"""What pabulib-checker (PyPI) finds wrong in .pb texts: stdin a JSON list, stdout its errors for each."""
import contextlib
import io
import json
import signal
import sys

from pabulib.checker import Checker


def errors(text):
    with contextlib.redirect_stdout(io.StringIO()):
        results = Checker().process_files([text])
    found = [value["results"] for key, value in results.items() if key not in ("metadata", "summary")]
    return found[0].get("errors") or {}


# The checker raises shares for ever where everything is funded: a test must end all the same.
signal.alarm(300)
json.dump([errors(text) for text in json.load(sys.stdin)], sys.stdout)
