"""A mail server that takes messages until told to stop; prints what Python's parser reads in each, as JSON.

First line of output: its port. Then one line for each message. Options: `refuse CODE` answers each
message with that code; `login USER PASSWORD` asks for a sign-in.
"""
import asyncio
import email
import email.policy
import json
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    """Prints each message, or refuses it."""

    async def handle_DATA(self, server, session, envelope):
        if "refuse" in sys.argv:
            return sys.argv[sys.argv.index("refuse") + 1] + " not today"
        raw = envelope.original_content
        message = email.message_from_bytes(raw, policy=email.policy.default)
        parts = [p for p in message.walk() if not p.is_multipart()]
        print(json.dumps({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "headers": [[name, str(value)] for name, value in message.items()],
            "longest": max(len(line) for line in raw.split(b"\r\n")),
            "ascii": all(byte < 128 for byte in raw),
            "defects": [str(d) for p in message.walk() for d in p.defects],
            "parts": [[p.get_content_type(), p.get_content()] for p in parts],
        }), flush=True)
        return "250 OK"


def login(server, session, envelope, mechanism, data):
    """One user."""
    at = sys.argv.index("login")
    given = [data.login.decode(), data.password.decode()]
    # Not handled: the server itself says 535.
    return AuthResult(success=given == sys.argv[at + 1:at + 3], handled=False)


needs = {}
if "login" in sys.argv:
    needs = {"authenticator": login, "auth_required": True, "auth_require_tls": False}


async def serve():
    """Until standard input ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(Handler(), hostname="localhost", loop=loop, **needs), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(serve())
