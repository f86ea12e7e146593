"""Foreign text has one way in and one way out; what goes round them is found here.

Each rule is tried on samples it must catch and on samples it must leave alone: a rule that finds
nothing would be worth nothing.
"""

from functools import cache

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from support.raw_forms import RULES, field_names, findings
from support.source import PACKAGES, modules, name_of

# File and rule, how often, and why it is right there.
_ALLOWED = {
    ("matcher/bundled.py", "exception"): (1, "of a file that ships with the program"),
    ("matcher/directory/array_file.py", "exception"): (1, "its own class; holds a word of ours"),
    ("matcher/i18n.py", "exception"): (1, "the name of a placeholder, which stands in the code"),
    ("matcher/importers/csv_file.py", "exception"): (2, "compared with known words, never said"),
    ("matcher/importers/nppes_header.py", "exception"): (1, "the name of a column we asked for"),
    ("matcher/log.py", "log"): (1, "this is where the log is made"),
    ("matcher/pdf/tagged_canvas.py", "paragraph"): (1, "the one paragraph; made by texts alone"),
    ("matcher/services/settings/settings_file.py", "exception"): (1, "the line of what is wrong"),
    ("matcher/store/backup.py", "sql"): (1, "the names of our own tables"),
    ("matcher/store/personal.py", "sql"): (1, "the key in hex; a pragma takes no parameter"),
    ("matcher/store/upgrade.py", "sql"): (1, "a number of ours; a pragma takes no parameter"),
    ("ui/__main__.py", "exception"): (2, "why Qt cannot be loaded, before anything was opened"),
    ("ui/widgets/marked_text.py", "rich_text"): (1, "every part is escaped before it is marked"),
    ("ui/widgets/option_card.py", "tool_tip"): (1, "what a word of ours means, from a catalogue"),
    ("ui/widgets/text.py", "label"): (1, "the one label"),
    ("ui/widgets/text.py", "rich_text"): (1, "its words are escaped, whoever wrote them"),
}

_BAD = {
    "label": (
        "from PySide6.QtWidgets import QLabel\nlabel = QLabel(name)",
        "from PySide6.QtWidgets import QLabel as Words\nlabel = Words()",
        "from PySide6 import QtWidgets\nlabel = QtWidgets.QLabel(name, parent)",
        "from PySide6.QtWidgets import QLabel\nclass Name(QLabel):\n    pass",
    ),
    "rich_text": (
        "from PySide6.QtWidgets import QMessageBox\nQMessageBox.warning(self, title, name)",
        "from PySide6.QtWidgets import QToolTip\nQToolTip.showText(place, name)",
        "from PySide6.QtWidgets import QTextBrowser\nshown = QTextBrowser()",
        "from PySide6.QtWidgets import QTextEdit\nclass Bio(QTextEdit):\n    pass",
        "from PySide6.QtGui import QStaticText\npainted = QStaticText(name)",
        "document.setHtml(bio)",
        "document.setMarkdown(bio)",
        "cursor.insertHtml(bio)",
        "label.setOpenExternalLinks(True)",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)",
        "label.setTextInteractionFlags(flags)",
        "field.setWhatsThis(name)",
    ),
    "tool_tip": ("card.setToolTip(name)", "card.setToolTip(f'<b>{name}</b>')"),
    "paragraph": (
        "from reportlab.platypus import Paragraph\nstory.append(Paragraph(bio, style))",
        "from reportlab.platypus import Paragraph as Words\nWords(bio)",
        "from reportlab import platypus\nplatypus.Paragraph(bio)",
        "from reportlab.platypus.xpreformatted import XPreformatted\nXPreformatted(bio)",
        "from reportlab.platypus import Paragraph\nclass Bio(Paragraph):\n    pass",
        "text = TaggedText(words, style)",
        "text = TaggedText(f'<b>{name}</b>', style)",
    ),
    "clear": (
        "class A:\n    def make(self):\n        self.b = QLineEdit()\n        self.b.clear()",
        "self.a, self.b = QLineEdit(), QLineEdit()\nself.b.clear()",
        "class Search(QLineEdit):\n    pass\nself.find = Search()\nself.find.clear()",
        "def empty(line: QLineEdit):\n    line.clear()",
        "for line in page.findChildren(QLineEdit):\n    line.clear()",
        "words = page.findChild(QPlainTextEdit)\nwords.clear()",
        "self._page.postcode.clear()",  # made in another module
    ),
    "foreign_code": (
        "import pickle",
        "import joblib as quick",
        "from joblib import load",
        "from yaml import load",
        "import yaml\nyaml.load(text)",
        "import marshal",
        "import shelve",
        "worth = eval(rule)",
        "exec(script)",
        "made = compile(text, 'x', 'exec')",
        "module = __import__(name)",
        "import numpy as np\nnp.load(path, allow_pickle=True)",
    ),
    "shell": (
        "import subprocess\nsubprocess.run(f'lp {name}', shell=True)",
        "import subprocess\nsubprocess.Popen(words, shell=wanted)",
        "import os\nos.system('lp ' + name)",
        "from os import popen\npopen(name)",
    ),
    "unpacking": (
        "archive.extractall(folder)",
        "import shutil\nshutil.unpack_archive(path, folder)",
        "import zipfile\nzipfile.ZipFile(path).extract(name, folder)",
        "from tarfile import TarFile\narchive.extract(name)",
    ),
    "sql": (
        "connection.execute(f\"SELECT id FROM profile WHERE name = '{name}'\")",
        "connection.execute('SELECT id FROM profile WHERE name = ' + name)",
        "connection.execute('SELECT id FROM profile WHERE name = %s' % name)",
        "connection.execute('SELECT id FROM {}'.format(table))",
        "connection.exec_driver_sql(f'PRAGMA key = {key}')",
        "cursor.executescript('; '.join(statements))",
        "cursor.executemany(query.replace('?', name), rows)",
        "from sqlalchemy import text\nquery = text(f'name = {name}')",
        "import sqlalchemy as sa\nquery = sa.text('name = %s' % name)",
        "_FIND = f'SELECT id FROM {_TABLE}'\nconnection.execute(_FIND)",
    ),
    "exception": (
        "try:\n    go()\nexcept OSError as error:\n    print(error)",
        "try:\n    go()\nexcept OSError as error:\n    say(str(error))",
        "try:\n    go()\nexcept OSError as error:\n    say(repr(error))",
        "try:\n    go()\nexcept OSError as error:\n    say(f'It went wrong: {error}')",
        "try:\n    go()\nexcept OSError as error:\n    say(f'It went wrong: {error!r}')",
        "try:\n    go()\nexcept OSError as error:\n    say('It went wrong: %s' % error)",
        "try:\n    go()\nexcept OSError as error:\n    say('It: %s %s' % (1, error))",
        "try:\n    go()\nexcept OSError as error:\n    say('It: {}'.format(error))",
        "try:\n    go()\nexcept OSError as error:\n    say(error.args[0])",
        "try:\n    go()\nexcept OSError as error:\n    say(error.strerror)",
        "try:\n    go()\nexcept OSError as error:\n    _log.warning('%s', error)",
        "try:\n    go()\nexcept OSError as error:\n    logger.error('no: %s', error)",
        "def tell(error: OSError):\n    return str(error)",
        "import traceback",
        "from traceback import format_exc",
    ),
    "log": (
        "_log.info(f'{name} is in')",
        "_log.info('%s is in' % name)",
        "_log.warning(name)",
        "_log.log(level, name)",
        "_log.exception('it went wrong')",
        "_log.error('it went wrong', exc_info=True)",
        "_log.error('it went wrong', exc_info=error)",
        "logging.error(name)",
        "import sqlalchemy as sa\nengine = sa.create_engine(url, echo=True)",
        "import logging\nlogging.basicConfig()",
        "import logging\nroot.addHandler(logging.StreamHandler())",
    ),
}

_GOOD = (
    "from ui.widgets.text import Text\nlabel = Text('body')",
    "card.setToolTip('')",
    "label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)",
    "from matcher.document import Paragraph\nblock = Paragraph(words)",
    "text = TaggedText(markup(words, unprintable), style)",
    "self.rows.clear()\nself.fee.setText('')",
    "app.exec()\npattern = re.compile(words)\nimport re",
    "from sqlalchemy import select\nconnection.execute(select(PROFILE).where(PROFILE.c.id == id_))",
    "connection.execute('SELECT id FROM profile WHERE name = ?', (name,))",
    "words.text(f'screen.{page}.heading')",
    "from rapidfuzz import process\nprocess.extract(word, known)",
    "import subprocess\nsubprocess.run([program, name], shell=False)",
    "try:\n    go()\nexcept OSError as error:\n    _log.warning('no: %s', kind_of(error))",
    "try:\n    go()\nexcept OSError as error:\n    raise StoreError(Message('a.b')) from error",
    "_log.info('%d of %d', some, all)",
    "import numpy as np\nnp.load(path, allow_pickle=False)",
)


@cache
def _fields() -> frozenset[str]:
    """Return what the window's modules call the fields to write in."""
    names = (field_names(path.read_text(encoding="utf-8")) for path in modules("ui"))
    return frozenset().union(*names)


@cache
def _found() -> dict[tuple[str, str], int]:
    """Return how often each file breaks each rule."""
    found: dict[tuple[str, str], int] = {}
    for path in modules(*PACKAGES, "resources"):
        fields = _fields() if "ui" in path.parts else frozenset[str]()
        for one in findings(path.read_text(encoding="utf-8"), fields):
            where = (name_of(path), one.rule)
            found[where] = found.get(where, 0) + 1
    return found


def test_code_when_looked_through_then_no_raw_form_is_in_it_but_those_with_a_reason() -> None:
    allowed = {where: often for where, (often, _) in _ALLOWED.items()}

    assert _found() == allowed


def test_list_of_what_is_allowed_when_read_then_it_is_short_and_says_why() -> None:
    assert len(_ALLOWED) <= 16
    assert all(len(why.split()) >= 3 for _, why in _ALLOWED.values())


def test_rules_when_counted_then_each_has_samples() -> None:
    assert {*_BAD} == RULES
    assert all(len(samples) >= 2 for samples in _BAD.values())


@pytest.mark.parametrize(
    ("rule", "sample"),
    [
        pytest.param(rule, sample, id=f"{rule}-{number}")
        for rule, samples in _BAD.items()
        for number, sample in enumerate(samples)
    ],
)
def test_rule_when_given_a_bad_sample_then_it_is_caught(rule: str, sample: str) -> None:
    assert rule in {one.rule for one in findings(sample, frozenset({"postcode"}))}


@pytest.mark.parametrize("sample", _GOOD)
def test_rules_when_given_a_good_sample_then_it_is_left_alone(sample: str) -> None:
    assert findings(sample) == []


def test_fields_when_collected_then_those_of_the_pages_are_known() -> None:
    assert {"amount", "field", "postcode", "search"} <= _fields()


@pytest.mark.parametrize("is_cleared", [True, False], ids=["clear", "set_empty"])
def test_field_when_emptied_then_only_one_of_the_two_ways_forgets(
    qtbot: QtBot, is_cleared: bool
) -> None:
    """Why there is a rule: what `clear` takes away comes back with a key."""
    field = QLineEdit()
    qtbot.addWidget(field)
    QTest.keyClicks(field, "97201")
    if is_cleared:
        field.clear()
    else:
        field.setText("")

    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert field.text() == ("97201" if is_cleared else "")


def test_lines_when_set_to_nothing_then_they_do_not_come_back(qtbot: QtBot) -> None:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    QTest.keyClicks(field, "grief")

    field.setPlainText("")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert field.toPlainText() == ""
