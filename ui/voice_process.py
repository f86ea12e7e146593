"""One run of a program that lists voices or reads aloud: watched, and ended when it hangs."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

_ENDS_WITHIN_MS = 2000
"""How long is waited for a program that was killed to be gone."""


class VoiceProcess(QObject):
    """Gives a program words through a pipe, and tells how it ended.

    Nothing of what is read is among the words of the command, in the environment or in a file.

    Signals
    -------
    ended
        With what the program said, when it ended well.
    failed
        It was not there, complained, ended badly, or took too long and was killed.
    """

    ended = Signal(str)
    failed = Signal()

    def __init__(self, environment: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._environment = QProcessEnvironment()
        for name, value in environment.items():
            self._environment.insert(name, value)
        self._process: QProcess | None = None
        self._complaint = b""
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._give_up)

    @property
    def is_running(self) -> bool:
        """Whether a program is under way."""
        return self._process is not None

    @property
    def number(self) -> int:
        """The number by which the system knows the program; 0 when none is under way."""
        return 0 if self._process is None else self._process.processId()

    def start(
        self, command: Sequence[str], words: str, patience_ms: int, complaint: bytes = b"\0"
    ) -> None:
        """Let a program read `words`; one that is under way is ended before.

        Parameters
        ----------
        complaint
            What it says when it failed, though it ends as if it had not.
        """
        self.end()
        process = self._process = QProcess(self)
        self._complaint = complaint
        process.setProcessEnvironment(self._environment)
        process.finished.connect(self._look_how_it_ended)
        process.errorOccurred.connect(self._look_if_it_began)
        self._patience.start(patience_ms)
        process.start(command[0], [*command[1:]])
        if self._process is process:  # it is there
            process.write(words.encode())
            process.closeWriteChannel()

    def end(self) -> None:
        """End what is under way, at once and without a word."""
        process = self._let_go()
        if process is not None and process.state() is not QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(_ENDS_WITHIN_MS)

    def call_after(self, command: Sequence[str]) -> None:
        """Start a program of its own that ends by itself: what it does outlasts the window."""
        process = QProcess()
        process.setProgram(command[0])
        process.setArguments([*command[1:]])
        process.setProcessEnvironment(self._environment)
        process.startDetached()

    def _let_go(self) -> QProcess | None:
        """Listen no more to what is under way, and return it."""
        self._patience.stop()
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._look_how_it_ended)
            process.errorOccurred.disconnect(self._look_if_it_began)
            process.deleteLater()
        return process

    def _look_how_it_ended(self, code: int, status: QProcess.ExitStatus) -> None:
        process = self._let_go()
        assert process is not None
        said = bytes(process.readAllStandardOutput().data())
        has_complained = self._complaint in bytes(process.readAllStandardError().data())
        if code or status is not QProcess.ExitStatus.NormalExit or has_complained:
            self.failed.emit()
        else:
            self.ended.emit(said.decode("utf-8", "replace"))

    def _look_if_it_began(self, error: QProcess.ProcessError) -> None:
        """A program that is not there never ends; of every other trouble its end tells."""
        if error is QProcess.ProcessError.FailedToStart:
            self._let_go()
            self.failed.emit()

    def _give_up(self) -> None:
        self.end()
        self.failed.emit()
