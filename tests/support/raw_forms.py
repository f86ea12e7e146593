"""Forms of code that let foreign text act, or let private text out: found in its syntax tree."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_LABELS = {"QLabel"}
_RICH = {
    "QErrorMessage", "QMessageBox", "QStaticText", "QTextBrowser", "QTextDocument", "QTextEdit",
    "QToolTip", "QWhatsThis",
}  # fmt: skip
_RICH_CALLS = {
    "appendHtml", "insertHtml", "setHtml", "setMarkdown", "setOpenExternalLinks", "setOpenLinks",
    "setStatusTip", "setTextFormat", "setWhatsThis",
}  # fmt: skip
_PDF_MARK_UP = {"Paragraph", "Preformatted", "XPreformatted"}
_FIELDS = {"QLineEdit", "QPlainTextEdit", "QTextEdit"}
_CODE_MODULES = {"cloudpickle", "dill", "joblib", "marshal", "pickle", "shelve", "yaml"}
_CODE_CALLS = {"__import__", "compile", "eval", "exec"}
_SHELLS = {"os.popen", "os.system", "subprocess.getoutput", "subprocess.getstatusoutput"}
_ARCHIVES = {"tarfile", "tarfile.TarFile", "zipfile", "zipfile.ZipFile"}
_SELECTABLE = {"TextSelectableByMouse", "TextSelectableByKeyboard"}
_SQL_CALLS = {"exec_driver_sql", "execute", "executemany", "executescript"}
_SQL_TEXTS = {"sqlalchemy.DDL", "sqlalchemy.text"}
_TELLERS = {"ascii", "format", "print", "repr", "str"}
_LEVELS = {"critical", "debug", "error", "info", "log", "warning"}
_LOG_SETTERS = {"FileHandler", "StreamHandler", "addHandler", "basicConfig", "captureWarnings"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One raw form: the rule it breaks, and the line it stands on."""

    rule: str
    line: int


def findings(source: str, fields: frozenset[str] = frozenset()) -> list[Finding]:
    """Return the raw forms in a module.

    Parameters
    ----------
    fields
        Names that hold fields to write in, beside those this module makes: see `field_names`.
    """
    module = _Module(ast.parse(source), fields)
    found = {
        Finding(rule, node.lineno)
        for node in ast.walk(module.tree)
        for rule, breaks in _RULES.items()
        if breaks(node, module)
    }
    return sorted(found, key=lambda one: (one.line, one.rule))


def field_names(source: str) -> frozenset[str]:
    """Return the names by which a module calls fields to write in."""
    return frozenset(_field_names(ast.parse(source)))


class _Module:
    """A module, with what its names stand for.

    Attributes
    ----------
    full
        The dotted name behind each imported one.
    built
        Names of texts that are put together in the module.
    caught
        The nodes that are exceptions somebody caught.
    fields
        Names of fields to write in.
    """

    def __init__(self, tree: ast.Module, fields: frozenset[str]) -> None:
        self.tree = tree
        self.full = dict(_imported(tree))
        self.fields = fields | _field_names(tree)
        self.built = {
            target.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and _is_put_together(node.value)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        self.caught = {
            id(inner)
            for node in ast.walk(tree)
            for name in _exceptions_of(node)
            for statement in getattr(node, "body", ())
            for inner in ast.walk(statement)
            if isinstance(inner, ast.Name) and inner.id == name
        }

    def name_of(self, node: ast.AST) -> str:
        """Return the dotted name of what a node names, as if nothing had been renamed."""
        if isinstance(node, ast.Name):
            return self.full.get(node.id, node.id)
        if isinstance(node, ast.Attribute):
            return f"{self.name_of(node.value)}.{node.attr}"
        return ""

    def last_of(self, node: ast.AST) -> str:
        """Return the last part of that name."""
        return self.name_of(node).rpartition(".")[2]

    def is_caught(self, node: ast.AST) -> bool:
        """Tell whether a node is an exception that was caught."""
        return id(node) in self.caught


def _exceptions_of(node: ast.AST) -> Iterator[str]:
    """Yield the names under which a part of the code is handed an exception."""
    if isinstance(node, ast.ExceptHandler) and node.name:
        yield node.name
    elif isinstance(node, ast.FunctionDef):
        for argument in (*node.args.args, *node.args.kwonlyargs):
            if _last(argument.annotation or argument).endswith(("Error", "Exception")):
                yield argument.arg


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield (
                    alias.asname or alias.name.partition(".")[0],
                    (alias.name if alias.asname else alias.name.partition(".")[0]),
                )
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _field_names(tree: ast.Module) -> set[str]:
    """Return what is made as a field, said to be one, or looked for as one."""
    kinds = _FIELDS | {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any(_last(base) in _FIELDS for base in node.bases)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                found |= _names_of_fields(target, node.value, kinds)
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            if any(_last(part) in kinds for part in ast.walk(node.annotation)):
                target = node.target if isinstance(node, ast.AnnAssign) else node
                is_mapping = isinstance(node.annotation, ast.Subscript)
                found |= set() if is_mapping else {_last(target)}
        elif isinstance(node, ast.For | ast.comprehension) and _mentions(node.iter, kinds):
            found.add(_last(node.target))
    return found - {""}


def _names_of_fields(target: ast.expr, value: ast.expr, kinds: set[str]) -> set[str]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        pairs = zip(target.elts, value.elts, strict=False)
        return {name for one, made in pairs for name in _names_of_fields(one, made, kinds)}
    is_made = isinstance(value, ast.Call) and (
        _last(value.func) in kinds or (_last(value.func) == "findChild" and _mentions(value, kinds))
    )
    return {_last(target)} if is_made else set()


def _mentions(node: ast.AST, names: set[str]) -> bool:
    return any(_last(part) in names for part in ast.walk(node))


def _last(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
            return name
    return ""


def _is_put_together(node: ast.AST) -> bool:
    """Tell whether a text is put together of parts, be they names of our own or a foreign text."""
    match node:
        case ast.JoinedStr(values=parts):
            return any(isinstance(part, ast.FormattedValue) for part in parts)
        case ast.BinOp(op=ast.Mod() | ast.Add(), left=left, right=right):
            texts = [one for one in (left, right) if _is_text(one)]
            return bool(texts) and len(texts) < 2
        case ast.Call(func=ast.Attribute(attr="format" | "join" | "replace")):
            return True
    return False


def _is_text(node: ast.AST) -> bool:
    is_constant = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return is_constant or isinstance(node, ast.JoinedStr) or _is_put_together(node)


def _makes_raw_label(node: ast.AST, module: _Module) -> bool:
    return _makes_or_extends(node, module, _LABELS)


def _makes_or_extends(node: ast.AST, module: _Module, kinds: set[str]) -> bool:
    named = node.bases if isinstance(node, ast.ClassDef) else ()
    if isinstance(node, ast.Call):
        named = [node.func]
    return any(module.last_of(one) in kinds for one in named)


def _shows_rich_text(node: ast.AST, module: _Module) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr == "setTextInteractionFlags":
            return not all(_last(one) in _SELECTABLE for one in node.args)
        if node.func.attr in _RICH_CALLS:
            return True
    return isinstance(node, ast.Name | ast.Attribute) and module.last_of(node) in _RICH


def _sets_tool_tip(node: ast.AST, _module: _Module) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="setToolTip"), args=[ast.Constant(value="")]):
            return False
        case ast.Call(func=ast.Attribute(attr="setToolTip")):
            return True
    return False


def _makes_raw_paragraph(node: ast.AST, module: _Module) -> bool:
    """Find reportlab's own paragraphs; those of our documents have the same name."""
    named = [*node.bases] if isinstance(node, ast.ClassDef) else []
    if isinstance(node, ast.Call):
        named = [node.func]
        if module.last_of(node.func) == "TaggedText":
            first = node.args[0] if node.args else None
            return not (isinstance(first, ast.Call) and module.last_of(first.func) == "markup")
    names = [module.name_of(one) for one in named]
    return any(
        name.startswith("reportlab.") and name.rpartition(".")[2] in _PDF_MARK_UP for name in names
    )


def _clears_field(node: ast.AST, module: _Module) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="clear", value=value), args=[]):
            return _last(value) in module.fields
    return False


def _runs_foreign_code(node: ast.AST, module: _Module) -> bool:
    match node:
        case ast.Import(names=names):
            return any(alias.name.partition(".")[0] in _CODE_MODULES for alias in names)
        case ast.ImportFrom(module=str(name)):
            return name.partition(".")[0] in _CODE_MODULES
        case ast.Call(func=ast.Name(id=name)) if name not in module.full:
            return name in _CODE_CALLS
        case ast.keyword(arg="allow_pickle", value=value):
            return not (isinstance(value, ast.Constant) and value.value is False)
    return False


def _uses_shell(node: ast.AST, module: _Module) -> bool:
    match node:
        case ast.Call(keywords=keywords, func=func):
            named = [one for one in keywords if one.arg == "shell"]
            by_keyword = any(
                not (isinstance(one.value, ast.Constant) and one.value.value is False)
                for one in named
            )
            return by_keyword or module.name_of(func) in _SHELLS
    return False


def _unpacks_anywhere(node: ast.AST, module: _Module) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="extractall" | "unpack_archive")):
            return True
        case ast.Call(func=ast.Attribute(attr="extract", value=archive)):
            return bool(_ARCHIVES & {*module.full.values()}) and _last(archive) != "process"
    return False


def _puts_sql_together(node: ast.AST, module: _Module) -> bool:
    if not (isinstance(node, ast.Call) and node.args):
        return False
    is_sql = module.name_of(node.func) in _SQL_TEXTS or (
        isinstance(node.func, ast.Attribute) and node.func.attr in _SQL_CALLS
    )
    first = node.args[0]
    is_built = _is_put_together(first) or (isinstance(first, ast.Name) and first.id in module.built)
    return is_sql and is_built


def _tells_exception(node: ast.AST, module: _Module) -> bool:
    """Find the words of an exception that was caught on their way to anywhere."""
    match node:
        case ast.Import(names=names):
            return any(alias.name == "traceback" for alias in names)
        case ast.ImportFrom(module="traceback"):
            return True
    return any(map(module.is_caught, _made_words(node, module)))


def _made_words(node: ast.AST, module: _Module) -> list[ast.expr]:
    """Return what a node makes words of."""
    match node:
        case ast.Call(func=ast.Attribute(attr="format"), args=args):
            return args
        case ast.Call(func=func, args=args):
            is_told = module.name_of(func) in _TELLERS or _is_log_call(node)
            return args if is_told else []
        case ast.FormattedValue(value=value):
            return [value]
        case ast.BinOp(op=ast.Mod(), right=right):
            return right.elts if isinstance(right, ast.Tuple) else [right]
        case ast.Attribute(value=value, attr="args" | "__notes__" | "strerror" | "reason"):
            return [value]
    return []


def _is_log_call(node: ast.Call) -> bool:
    match node.func:
        case ast.Attribute(value=value, attr=level):
            return level in _LEVELS | {"exception"} and _last(value).strip("_") in {
                "log", "logger", "logging",
            }  # fmt: skip
    return False


def _logs_more_than_words(node: ast.AST, module: _Module) -> bool:
    """Find what is logged but by words that stand in the code, and other ways to log."""
    if isinstance(node, ast.keyword) and node.arg in {"echo", "echo_pool"}:
        return True
    if not isinstance(node, ast.Call):
        return False
    if module.last_of(node.func) in _LOG_SETTERS:
        return True
    if not _is_log_call(node):
        return False
    assert isinstance(node.func, ast.Attribute)
    words = node.args[1:2] if node.func.attr == "log" else node.args[:1]
    is_constant = bool(words) and all(isinstance(one, ast.Constant) for one in words)
    more = {keyword.arg for keyword in node.keywords} & {"exc_info", "extra", "stack_info"}
    return not is_constant or bool(more) or node.func.attr == "exception"


_RULES: dict[str, Callable[[ast.AST, _Module], bool]] = {
    "label": _makes_raw_label,
    "rich_text": _shows_rich_text,
    "tool_tip": _sets_tool_tip,
    "paragraph": _makes_raw_paragraph,
    "clear": _clears_field,
    "foreign_code": _runs_foreign_code,
    "shell": _uses_shell,
    "unpacking": _unpacks_anywhere,
    "sql": _puts_sql_together,
    "exception": _tells_exception,
    "log": _logs_more_than_words,
}
RULES = frozenset(_RULES)
