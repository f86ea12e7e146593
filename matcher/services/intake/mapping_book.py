"""The mappings a clinic has made, kept in the program's own folder, and the words it accepted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from matcher.errors import ImportFileError, MatcherError, Message, StoreError
from matcher.importers.free_text import is_no, is_yes
from matcher.importers.json_file import read_json
from matcher.importers.mapping import (
    BEGINS,
    LEAVE_OUT,
    ColumnMapping,
    ListMapping,
    fingerprint,
    is_list,
    read_mapping,
    write_mapping,
)
from matcher.importers.term_text import has_terms, is_bare, is_own, is_token, tokens_by_key
from matcher.importers.yes_no_column import asked_by
from matcher.private_folder import make_private
from matcher.services.files.output_file import OutputKind, write_file
from matcher.services.intake.limited_reading import look_limited
from matcher.services.intake.mapping_terms import vocabulary_of

MAPPING = OutputKind("mapping.json", BEGINS)
_TERMS_FORMAT = "rapport-terms/1"
_TERMS = OutputKind("terms.json", f'{{\n  "format": "{_TERMS_FORMAT}"'.encode())


@dataclass(frozen=True, slots=True)
class MappingBook:
    """Mappings by the headers they are for.

    Attributes
    ----------
    folder
        Where they are kept; made when the first is.
    """

    folder: Path

    def find(self, path: Path, sheet: str = "") -> ListMapping | None:
        """Return the mapping kept for a list with these headers; ``None`` when there is none.

        A file that is no table, or cannot be read, has none: what is wrong with it is said when
        it is read.

        Parameters
        ----------
        path
            The list.
        sheet
            Name of the sheet; ``""`` for the first.
        """
        if not self.has_any:
            return None
        try:
            return self.kept_for(look_limited(path, sheet, most_rows=0).headers)
        except (MatcherError, OSError):
            return None

    def kept_for(self, headers: tuple[str, ...]) -> ListMapping | None:
        """Return the mapping kept for these headers; ``None`` when there is none to be read."""
        kept = self._file(headers)
        try:
            return read_mapping(kept) if kept.is_file() else None
        except (MatcherError, OSError):
            return None

    def keep(self, mapping: ListMapping) -> None:
        """Keep a mapping for lists with the same headers, and remember its words.

        Raises
        ------
        StoreError
            When the folder cannot be made.
        OutputError
            When a file cannot be written.
        """
        try:
            make_private(self.folder)
        except OSError:
            raise StoreError(
                Message("error.store.cannot_make_folder", folder=str(self.folder))
            ) from None
        write_file(self._file(mapping.headers), write_mapping(mapping), MAPPING)
        self._remember(mapping)

    def known(self) -> dict[str, dict[str, str]]:
        """Return what was accepted so far: by vocabulary, tokens by `term_key`."""
        try:
            document = read_json(self.folder / _TERMS.name)
        except ImportFileError:
            return {}
        tables = document.get("terms") if isinstance(document, dict) else None
        if not isinstance(tables, dict):
            return {}
        return {
            str(name): {
                str(key): token
                for key, token in table.items()
                if isinstance(token, str) and _tells_enough(str(key))
            }
            for name, table in tables.items()
            if isinstance(table, dict)
        }

    def _remember(self, mapping: ListMapping) -> None:
        known = self.known()
        for name, terms in _accepted_in(mapping).items():
            table = {**known.get(name, {}), **tokens_by_key((*terms,))}
            known[name] = {
                key: token
                for key, token in table.items()
                if token not in {"", LEAVE_OUT} and _tells_enough(key)
            }
        document = {
            "format": _TERMS_FORMAT,
            "terms": {name: dict(sorted(known[name].items())) for name in sorted(known)},
        }
        text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        write_file(self.folder / _TERMS.name, text.encode(), _TERMS)

    @property
    def has_any(self) -> bool:
        """Whether any mapping is kept."""
        return self.folder.is_dir() and any(self.folder.glob("*.mapping.json"))

    def _file(self, headers: tuple[str, ...]) -> Path:
        return self.folder / f"{fingerprint(headers)}.mapping.json"


def _accepted_in(mapping: ListMapping) -> dict[str, list[tuple[str, str]]]:
    """Return the words of a mapping that were decided, by vocabulary."""
    accepted: dict[str, list[tuple[str, str]]] = {}
    for column in mapping.columns:
        if has_terms(column.field):
            for_all = () if _is_for_one_thing(column) else column.terms.items()
            accepted.setdefault(vocabulary_of(column.field), []).extend(
                (text, token)
                for text, token in for_all
                if token == LEAVE_OUT or (token and is_token(column.field, token))
            )
    return accepted


def _is_for_one_thing(column: ColumnMapping) -> bool:
    """Tell whether the words of a column answer its header: *on request*, under *Video*."""
    if not is_list(column.field):
        return False
    asked = asked_by(column.header, column.field)
    is_named = asked is not None and not is_own(*asked)
    return is_named or any(is_yes(text) or is_no(text) for text in column.terms)


def _tells_enough(key: str) -> bool:
    """Tell whether a word means the same in the next list: no bare sign, number, yes or no."""
    # A yes of one column is about another thing than the yes of the next.
    return not (is_bare(key) or is_yes(key) or is_no(key))
