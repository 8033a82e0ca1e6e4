"""Counts what held and what did not, and says what did not."""
import sys
import traceback
from contextlib import contextmanager


class Tally:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, what, fine, detail=""):
        """Counts one expectation; answers whether it held."""
        if fine:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {what}" + (f": {detail}" if detail else ""), flush=True)
        return fine

    @contextmanager
    def step(self, what):
        """Counts a stretch of work; an error in it is one failure and does not stop the others."""
        try:
            yield
        except Exception as problem:
            where = traceback.extract_tb(sys.exc_info()[2])[-1]
            self.check(what, False, f"{type(problem).__name__} {problem} ({where.filename}:{where.lineno})")
        else:
            self.check(what, True)

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        return 1 if self.failed or not self.passed else 0
