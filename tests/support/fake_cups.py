"""Programs that answer as those of CUPS do, without any printer.

They lie in a folder of their own. What `lpstat` and `lpoptions` say is told beforehand; what `lp`
is given comes back through a socket, because where it runs it may write no file.
"""

import json
import socket
import sys
from pathlib import Path
from typing import BinaryIO

_SAYS = """#!/bin/sh
[ -e "$0.$1.instead" ] && . "$0.$1.instead"
cat "$0.$1" 2>/dev/null
exit 0
"""

_CANCEL = """#!/bin/sh
: > "{folder}/lpstat.-o"
echo "$1" >> "{folder}/cancelled"
"""

_LP = """#!{python} -SE
import json, os, socket, sys
data = sys.stdin.buffer.read()
with socket.socket(socket.AF_UNIX) as way:
    way.connect(os.environ["CUPS_SERVER"])
    said = json.dumps([sys.argv[1:], sorted(os.environ), len(data)]).encode()
    way.sendall(said + b"\\n" + data)
print("request id is Desk-7 (1 file(s))")
"""

LP_SAYS_NO = "#!/bin/sh\nexit 1\n"
LP_READS_NOTHING = "#!/bin/sh\nexec sleep 60\n"
LP_NEVER_ENDS = "#!/bin/sh\ncat > /dev/null\nexec sleep 60\n"
LP_DIES = "#!/bin/sh\ncat > /dev/null\nkill -9 $$\n"
LP_SAYS_NOTHING = "#!/bin/sh\ncat > /dev/null\n"
LP_NAMES_NO_JOB = """#!/bin/sh
cat > /dev/null
echo "Desk-9  kiosk  1024  Mon 02 Nov 2026" >> "${0%/*}/lpstat.-o"
"""
LP_QUEUES_AND_NEVER_ENDS = f"{LP_NAMES_NO_JOB}exec sleep 60\n"
QUEUES_LATE = """echo >> "$0.looks"
[ "$(wc -l < "$0.looks")" -gt 2 ] && echo "Desk-9  kiosk  1024  Mon 02 Nov 2026"
exit 0
"""
FAILS = "exit 1"
HANGS = "exec sleep 60"
LP_TELLS_AND_WAITS = f"""#!{sys.executable} -SE
import os, socket, sys, time
with socket.socket(socket.AF_UNIX) as way:
    way.connect(os.environ["CUPS_SERVER"])
    way.sendall(b"begun")
    time.sleep(0.5)
    sys.stdin.buffer.read()
    way.sendall(b" and ended")
"""


class FakeCups:
    """A folder of programs, and the printer they pretend.

    Attributes
    ----------
    folder
        Where they lie.
    address
        What the environment has to name as ``CUPS_SERVER``.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.address = str(folder / "cups")
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.settimeout(20)
        self._listening.bind(self.address)
        self._listening.listen()
        for name in ("lpstat", "lpoptions"):
            self._write(name, _SAYS)
        self._write("cancel", _CANCEL.format(folder=folder))
        self.set_lp(_LP.format(python=sys.executable))
        self.say("lpstat", "-e", "Desk\nOffice\n")
        self.say("lpstat", "-d", "system default destination: Desk\n")

    def say(self, program: str, option: str, words: str) -> None:
        """Let a program say something when its first word is `option`."""
        (self.folder / f"{program}.{option}").write_text(words)

    def hold(self, program: str, option: str, instead: str) -> None:
        """Let a program do something else than answer when its first word is `option`."""
        (self.folder / f"{program}.{option}.instead").write_text(instead)

    def let_go(self, program: str, option: str) -> None:
        """Let it answer again."""
        (self.folder / f"{program}.{option}.instead").unlink(missing_ok=True)

    def set_lp(self, script: str) -> None:
        """Let `lp` be another program."""
        self._write("lp", script)

    def take(self) -> tuple[list[str], list[str], bytes]:
        """Return what `lp` was given: its words, the names in its environment, and the data."""
        connection, _ = self._listening.accept()
        with connection, connection.makefile("rb") as reader:
            words, names, length = json.loads(reader.readline())
            data = reader.read()
        assert len(data) == length
        return words, names, data

    def hear(self) -> BinaryIO:
        """Return what `lp` has to say of itself, as soon as it has called."""
        connection, _ = self._listening.accept()
        with connection:
            return connection.makefile("rb")

    @property
    def cancelled(self) -> list[str]:
        """The jobs that were taken back."""
        path = self.folder / "cancelled"
        return path.read_text().split() if path.exists() else []

    def close(self) -> None:
        """Let nobody call any more."""
        self._listening.close()

    def _write(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(script)
        path.chmod(0o755)
