"""localstripe on 127.0.0.1 alone and without its file: by itself it listens on all addresses and
keeps its data in the folder of temporary files, where two runs would share it."""
import sys

from aiohttp import web
from localstripe import server

server.store.dump_to_disk = lambda: None
web.run_app(server.app, host="127.0.0.1", port=int(sys.argv[1]), print=None)
