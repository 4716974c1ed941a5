"""What is printed reaches its reader, or it is said that it did not: closed, full and narrow outputs."""

from __future__ import annotations

import errno
import io
import os
import sys


class Output(io.TextIOWrapper):
    """Standard output that remembers why it could not be written, and lets the work go on: `settle` tells it."""

    fault: OSError | None = None

    def write(self, text: str, /) -> int:
        """Write, as long as it is any use."""
        if self.fault is None:
            try:
                return super().write(text)
            except OSError as error:
                self.fault = error
        return len(text)

    def flush(self) -> None:
        """Hand over, as long as it is any use."""
        if self.fault is None:
            try:
                super().flush()
            except OSError as error:
                self.fault = error


def prepare() -> None:
    """See to it that there are outputs, and that a narrow one prints `?` for what it cannot.

    A number of a closed output would otherwise go to the next file that is opened, which may be the archive.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - open until the end
        elif isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout is sys.__stdout__:
        kept = {name: getattr(sys.stdout, name) for name in ("encoding", "errors", "line_buffering", "write_through")}
        sys.stdout = Output(sys.stdout.buffer, **kept)


def settle(code: int) -> int:
    """Hand over all that was printed, and give the exit code: 1 where it could not be."""
    sys.stdout.flush()
    error = getattr(sys.stdout, "fault", None)
    if error is None:
        return code
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that Python does not try again at its end
    if error.errno != errno.EPIPE:  # a reader that has gone, as `head` does, needs no word
        say(f"standard output: cannot be written: {error.strerror}")
    return 1


def say(line: str) -> None:
    """Tell a person one line, if there is still one who listens."""
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
