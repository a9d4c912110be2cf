"""The command ``newsseg``: finds its subcommands, and turns errors into messages and exit codes, all in one place."""

from __future__ import annotations

import errno
import gc
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NoReturn

import click

from newsseg.commands import BAD_INPUT
from newsseg.commands._help import localized, summary
from newsseg.i18n import _, translate_click

LINE = re.compile(r":\d+\Z")  # the line, or page, of FILE:LINE
FOLDER = os.path.join(os.path.dirname(__file__), "commands")
LISTED = 100  # bad inputs that are listed again at the end
INTERRUPTED = 130  # what a shell gives a program that Ctrl-C ended
# Windows calls a closed pipe an invalid argument.
CLOSED_PIPE = {errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE}


class Failure(click.ClickException):
    """An error that ends the command; its message is complete, exit code 1."""

    def show(self, file: Any = None) -> None:
        """Write the message to standard error."""
        click.echo(self.format_message(), file=file, err=True)


class Stop(Exception):  # noqa: N818 - no error
    """The command ends early, and quietly, with an exit code."""

    def __init__(self, code: int) -> None:
        """Keep the exit code."""
        super().__init__(code)
        self.code = code


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what a command may raise into ``Stop`` or ``Failure`` before Click sees it (it exits 1 on a closed pipe)."""
    try:
        yield
    except KeyboardInterrupt as error:
        raise Stop(INTERRUPTED) from error
    except OSError as error:
        if error.errno in CLOSED_PIPE and error.filename is None:
            raise Stop(0) from error
        from newsseg.inputs.files import reason

        what = (error.filename and reason(error)) or error.strerror or error
        raise Failure(f"{error.filename or 'newsseg'}: {what}") from error
    except ValueError as error:
        # Each of our own errors is a ValueError with a name, in the module that raises it; any other is a mistake here.
        if not type(error).__module__.startswith("newsseg."):
            raise
        raise Failure(str(error)) from error


class Commands(click.Group):
    """A group whose subcommands are the modules of ``newsseg.commands``, each loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the modules, which are those of the commands."""
        modules = (name.removesuffix(".py") for name in os.listdir(FOLDER) if name.endswith(".py"))
        return sorted(name.replace("_", "-") for name in modules if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the module of a command and return its ``command``."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"newsseg.commands.{cmd_name.replace('-', '_')}").command
        return localized(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with what each does, without loading them: that would take most of the time of a help."""
        files = {name: os.path.join(FOLDER, name.replace("-", "_") + ".py") for name in self.list_commands(ctx)}
        commands = [click.Command(name, short_help=summary(file)) for name, file in files.items()]
        click.Group(commands=commands).format_commands(ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that ``args`` name; one that is not there ends in a message with the nearest names."""
        names = self.list_commands(ctx)
        if args[0] in names or args[0].startswith("-"):
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        near = get_close_matches(args[0], names) or names
        raise click.UsageError(_("there is no command {!r}; try {}").format(args[0], ", ".join(near)), ctx)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Parse the arguments (``--help`` writes, too)."""
        with _translated():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; what it wrote is out when it returns."""
        with _translated():
            try:
                super().invoke(ctx)
            finally:
                sys.stdout.flush()
        if bad := ctx.meta.get(BAD_INPUT):
            list_again(bad)
            ctx.exit(1)

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run, and leave with exit code 0 (done), 1 (some input was bad) or 2 (wrong usage)."""
        _set_streams()
        translate_click()
        localized(self)
        try:
            code = super().main(*args, **kwargs | {"standalone_mode": False})
        except Stop as stop:
            code = stop.code
            _drop_output()
        except click.ClickException as error:
            error.show()
            code = error.exit_code
            _drop_output()
        gc.freeze()  # the process ends: nothing has to be looked for among its objects
        sys.exit(code)


def list_again(places: Iterable[str]) -> None:
    """List at the end the inputs that were bad, where there were several: the messages may stand far above."""
    names = list(dict.fromkeys(LINE.sub("", place) for place in places))
    if len(names) > 1:
        from newsseg.commands._output import say

        more = [_("… and {} more").format(len(names) - LISTED)] if len(names) > LISTED else []
        head = _("{} inputs were bad:").format(len(names))
        say("\n".join([head, *names[:LISTED], *more]))


def _set_streams() -> None:
    """Write UTF-8 and line feeds on every machine; a lone surrogate (a file name may hold one) is escaped."""
    if sys.stdout is None:  # closed by the shell: >&-
        sys.exit(_("newsseg: standard output is closed; send it to a file or a pipe"))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _drop_output() -> None:
    """Send what is still in the buffer nowhere: the reader has gone, and Python would complain at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:  # standard output is no file: nothing is left in it
        return


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsseg", message="%(prog)s %(version)s")
def main() -> None:
    """Cut the text of a Chinese newspaper page into its articles.

    Each command reads FILE… or standard input and writes to standard output: text, or one JSON line per article.

    \b
    newsseg split page.txt                    the articles of a page, as JSON lines
    newsseg headlines page.txt                its table of contents
    pdftotext -raw paper.pdf - | newsseg split | newsseg credits
    """
