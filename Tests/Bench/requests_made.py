"""The requests that are measured, prepared so that nothing but the server works while measuring."""


def prepare(server):
    """What a fresh server needs before the first request."""
    raise RuntimeError("no pledge can be made yet")


def campaign_path(server):
    """The page that is compared with a bare server."""
    raise RuntimeError("no campaign page yet")


def pledges(server, count):
    """So many confirmations of a pledge, each with its own form token."""
    return []


def webhooks(server, count):
    """So many signed webhooks, each with its own event id."""
    return []


def on_sqlite(server, script):
    """The derived script with the SQLite database's own ids in place of PostgreSQL's."""
    return script
