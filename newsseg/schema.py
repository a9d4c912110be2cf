"""The JSON Schema of a record: the public promise of what ``newsseg split`` writes."""

from __future__ import annotations

from typing import Any

from newsseg.rows import VERSION

TEXT = {"type": "string"}
MAYBE_TEXT = {"type": ["string", "null"]}
OPTIONAL = {"boxes", "unit"}
COUNT = {"type": "integer", "minimum": 0}
NUMBER = {"type": "integer", "minimum": 1}


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one record: an article or a fragment.

    Every key but ``boxes`` and ``unit`` is required; absent is ``null`` or ``[]``; other keys (``keywords``) may stand
    beside them.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newsseg record",
        "description": "One article of a newspaper page, or one piece of the page that belongs to no article.",
        "version": VERSION,
        "oneOf": [{"$ref": "#/$defs/article"}, {"$ref": "#/$defs/fragment"}],
        "$defs": {
            "article": _object(_head("article") | _article(), "One article."),
            "fragment": _object(_head("fragment") | _fragment(), "A piece of the page that belongs to no article."),
            "credit": _object(_credit(), "One (role, name) pair of a by-line or of a caption."),
            "dateline": _object(
                {"place": MAYBE_TEXT, "date": MAYBE_TEXT}, "Place and date, as the by-line prints them."
            ),
            "edition": _object(_edition(), "What the folio tells of the page."),
            "element": _object({"kind": {"enum": ["paragraph", "subhead"]}, "text": TEXT}, "A piece of the body."),
            "spans": _spans(),
            "boxes": _boxes(),
        },
    }


def _head(kind: str) -> dict[str, Any]:
    return {
        "kind": {"const": kind},
        "id": TEXT | {"description": "source:page:order"},
        "source": TEXT | {"description": "The name of the input."},
        "page": NUMBER | {"description": "Which page of the source, from 1."},
        "order": COUNT | {"description": "Where the record's first body text stands among those of the page."},
    }


def _article() -> dict[str, Any]:
    return {
        "headline": MAYBE_TEXT,
        "deck": _list(TEXT),
        "bylines": _list(TEXT) | {"description": "The printed credits, as printed."},
        "outlet": MAYBE_TEXT,
        "dateline": _maybe("dateline"),
        "credits": _list({"$ref": "#/$defs/credit"}),
        "body": _list({"$ref": "#/$defs/element"}),
        "captions": _list(TEXT),
        "jumps": _list(TEXT) | {"description": "Lines that say where the article goes on or comes from."},
        "edition": _maybe("edition"),
        "confidence": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
        "spans": {"$ref": "#/$defs/spans"},
        "boxes": {"$ref": "#/$defs/boxes"},
    }


def _fragment() -> dict[str, Any]:
    return {
        "role": {"enum": ["folio", "display", "caption", "text"]},
        "text": TEXT,
        "credits": _list({"$ref": "#/$defs/credit"}) | {"description": "Those of the page itself, from its folio."},
        "edition": _maybe("edition"),
        "spans": {"$ref": "#/$defs/spans"},
        "boxes": {"$ref": "#/$defs/boxes"},
    }


def _credit() -> dict[str, Any]:
    return {
        "name": TEXT,
        "role": TEXT | {"description": "reporter, correspondent, photographer, …; the word lists may add roles."},
        "label": MAYBE_TEXT | {"description": "The role as printed."},
        "type": {"enum": ["person", "organisation"]},
        "unit": MAYBE_TEXT | {"description": "Where the person works; there after credits --annotate."},
    }


def _edition() -> dict[str, Any]:
    return {
        "paper": MAYBE_TEXT,
        "date": MAYBE_TEXT | {"description": "ISO 8601: 2024-08-23."},
        "page": MAYBE_TEXT | {"description": "The page number as printed: A02."},
        "section": MAYBE_TEXT,
    }


def _spans() -> dict[str, Any]:
    return {
        "type": "array",
        "description": "Rows [field, index in the field, start, end), in characters of the page's text, by place.",
        "items": {"type": "array", "prefixItems": [TEXT, COUNT, COUNT, NUMBER], "minItems": 4, "maxItems": 4},
    }


def _boxes() -> dict[str, Any]:
    edge = {"type": "number"}
    return {
        "type": "array",
        "description": "Rows [field, index in the field, left, top, right, bottom], in points (1/72 inch) from the top "
        "left corner of the page; there with split --boxes, for a page whose places are known.",
        "items": {"type": "array", "prefixItems": [TEXT, COUNT, edge, edge, edge, edge], "minItems": 6, "maxItems": 6},
    }


def _object(properties: dict[str, Any], description: str) -> dict[str, Any]:
    required = [key for key in properties if key not in OPTIONAL]
    return {"type": "object", "description": description, "properties": properties, "required": required}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _maybe(name: str) -> dict[str, Any]:
    return {"oneOf": [{"type": "null"}, {"$ref": f"#/$defs/{name}"}]}
