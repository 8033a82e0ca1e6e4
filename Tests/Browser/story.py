"""The story a browser plays: from a vote's result to a pledge that the bank statement proves."""


def play(tally, browser, server, script):
    """Every step is one expectation; a step that fails does not hide the next ones."""
    raise NotImplementedError
