"""``newsseg completion``: what a shell needs to complete commands, options and file names."""

from __future__ import annotations

import sys

import click

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Write the script that lets a shell complete commands, options and file names with the Tab key.

    zsh looks for it in a folder that ~/.zshrc names before compinit: fpath+=~/.zfunc

    \b
    newsseg completion bash > ~/.local/share/bash-completion/completions/newsseg
    newsseg completion zsh > ~/.zfunc/_newsseg
    newsseg completion fish > ~/.config/fish/completions/newsseg.fish
    """
    from click.shell_completion import get_completion_class

    program = click.get_current_context().find_root().command
    complete = get_completion_class(shell)
    if complete:
        sys.stdout.write(complete(program, {}, "newsseg", "_NEWSSEG_COMPLETE").source())
