"""What the roles and types of a credit are called in the reader's language."""

from __future__ import annotations

from newsseg.i18n import _
from newsseg.rules import shipped


def role_name(role: str) -> str:
    """Return the role in the reader's language; one of the user's own rules is called as it is."""
    names = {
        "author": _("author"),
        "compiler": _("compiler"),
        "contributor": _("contributor"),
        "correspondent": _("correspondent"),
        "designer": _("designer"),
        "editor": _("editor"),
        "illustrator": _("illustrator"),
        "photographer": _("photographer"),
        "planner": _("planner"),
        "proofreader": _("proofreader"),
        "provider": _("provider"),
        "reporter": _("reporter"),
        "trainee": _("trainee"),
        "translator": _("translator"),
        "videographer": _("videographer"),
        "writer": _("writer"),
    }
    return names.get(role, role)


def type_name(kind: str) -> str:
    """Return what a credit names, in the reader's language: a person or an organisation."""
    return {"person": _("person"), "organisation": _("organisation")}.get(kind, kind)


def roles_named(word: str) -> tuple[str, ...]:
    """Return the roles that ``word`` names: itself, or those that it is printed before names for (记者, 摄影)."""
    rules = shipped()
    return tuple(rules.roles.get(word) or rules.after.get(word) or (word,))
