"""The built executable as a child process, for the browser suite and the measurements."""
import os
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
ENGINES = ("sqlite", "postgres")
READY_SECONDS_MAX = 120


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def psql(statement, url=None):
    """Runs one statement in the cluster of the test run and answers what it prints."""
    url = url or os.environ["RACCOLTO_TEST_POSTGRES_URL"]
    command = ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", url, "-c", statement]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


class Server:
    """`raccolto serve` on a fresh database and data folder, ready when the constructor returns."""

    def __init__(
            self, engine, build="debug", mode="demo", arguments=("serve",), host="127.0.0.1", **settings):
        self.engine = engine
        self.executable = TOP / ".build" / build / "raccolto"
        self.folder = Path(tempfile.mkdtemp(prefix="raccolto-"))
        self.port = free_port()
        self.base = f"http://{host}:{self.port}"
        self.name = f"raccolto_{secrets.token_hex(6)}"
        if engine == "postgres":
            psql(f"CREATE DATABASE {self.name}")
            head, _, query = os.environ["RACCOLTO_TEST_POSTGRES_URL"].partition("?")
            self.database = f"{head.rsplit('/', 1)[0]}/{self.name}?{query}"
        else:
            self.database = f"sqlite:{self.folder / 'raccolto.sqlite'}"
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith("RACCOLTO_")
        } | {
            "RACCOLTO_MODE": mode,
            "RACCOLTO_PORT": str(self.port),
            "RACCOLTO_PUBLIC_URL": self.base,
            "RACCOLTO_DATA": str(self.folder),
            "RACCOLTO_DATABASE_URL": self.database,
        } | settings
        self.log_path = self.folder / "server.log"
        self.process = None
        try:
            self.start(arguments)
        except BaseException:
            self.stop()
            raise

    def start(self, arguments=("serve",)):
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(
                [self.executable, *arguments], cwd=self.folder, env=self.environment,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        deadline = time.monotonic() + READY_SECONDS_MAX
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.base + "/readyz", timeout=5) as reply:
                    if reply.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                pass
            time.sleep(0.05)
        raise RuntimeError(f"The server did not become ready. It said:\n{self.log()[-4000:]}")

    def run(self, *arguments):
        """Another verb on the same data; answers what it printed."""
        command = [self.executable, *arguments]
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"{arguments} ended with {done.returncode}: {done.stderr[-2000:]}")
        return done.stdout

    def log(self):
        return self.log_path.read_text(errors="replace")

    def sign_in_links(self):
        """The one-time links that the demonstration prints, by the words before them."""
        found = {}
        for line in self.log().splitlines():
            link = re.search(r"(https?://\S+)", line)
            if link and re.search(r"/(accedi|sign-in)\b", link[1]):
                words = line[: link.start()].strip(" :-\t").lower()
                found[words] = self.base + re.sub(r"^https?://[^/]+", "", link[1])
        return found

    def memory_mb(self, peak=False):
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        field = "VmHWM" if peak else "VmRSS"
        return int(re.search(rf"{field}:\s+(\d+)", text)[1]) / 1024

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.engine == "postgres":
            psql(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
