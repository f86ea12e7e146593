"""The style sheet of the window, made from tokens.

Widgets name their looks by a dynamic property: ``role`` for text, ``kind`` for buttons and frames.
"""

from string import Template

from ui.theme.tokens import Tokens

_SHEET = Template("""
QLabel { background: transparent; }
QLabel[role="small"] { font-size: ${small}px; color: $quiet; }
QLabel[role="body"] { font-size: ${body}px; }
QLabel[role="strong"] { font-size: ${body}px; font-weight: bold; }
QLabel[role="quiet"] { font-size: ${body}px; color: $quiet; }
QLabel[role="lead"] { font-size: ${lead}px; }
QLabel[role="heading"] { font-size: ${heading}px; font-weight: bold; }
QLabel[role="cell"] { font-size: ${body}px; }
QLabel[role="name"] { font-size: ${lead}px; font-weight: bold; }
QLabel[role="title"] { font-size: ${title}px; font-weight: bold; }
QLabel[role="error"] { font-size: ${body}px; color: $error; font-weight: bold; }
QLabel[role="eyebrow"] { font-size: ${small}px; color: $accent; font-weight: bold; }

QPushButton {
    min-height: ${inner}px; padding: 9px 20px; border-radius: ${card}px;
    border: 1px solid $line; background: $surface; color: $ink; font-size: ${body}px;
}
QPushButton:focus { outline: none; }
QPushButton:hover { border-color: $ink; }
QPushButton:pressed { background: $wash; border-color: $accent; }
QPushButton:checked { background: $wash; border: 2px solid $accent; padding: 8px 19px; }
QPushButton:disabled { color: $quiet; border: 1px dashed $line; }
QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: bold;
    padding: 9px 32px; min-height: ${primary_inner}px;
}
QPushButton[kind="primary"]:hover { border-color: $ink; }
QPushButton[kind="primary"]:pressed { background: $ink; color: $surface; border-color: $ink; }
QPushButton[kind="primary"]:disabled {
    background: $surface; color: $quiet; border: 1px dashed $line;
}
QPushButton[kind="plain"], QPushButton[kind="link"], QPushButton[kind="fold"] {
    min-width: ${inner}px; padding: 9px 12px;
    background: transparent; border: 1px solid transparent;
    font-size: ${small}px; color: $ink;
}
QPushButton[kind="plain"], QPushButton[kind="link"] { text-decoration: underline; }
QPushButton[kind="link"], QPushButton[kind="fold"] { padding: 9px 0; }
QPushButton[kind="link"] { text-align: left; }
QPushButton[kind="fold"] { color: $quiet; }
QPushButton[kind="plain"]:hover { border-color: $line; }
QPushButton[kind="link"]:hover { color: $accent; }
QPushButton[kind="fold"]:hover, QPushButton[kind="fold"]:checked { color: $ink; }
QPushButton[kind="plain"]:pressed, QPushButton[kind="link"]:pressed { color: $accent; }
QPushButton[kind="plain"]:disabled, QPushButton[kind="link"]:disabled {
    text-decoration: none; color: $quiet;
}
QPushButton[kind="digit"] { min-width: ${inner}px; font-size: ${lead}px; }
QPushButton[kind="group"], QPushButton[kind="row"] { min-width: ${inner}px; padding: 9px 16px; }
QPushButton[kind="row"]:checked { background: $surface; border: 1px solid $ink; }
QPushButton[kind="section"] {
    min-width: ${inner}px; padding: 9px 12px; text-align: left;
    background: transparent; border: 2px solid transparent; color: $ink;
}
QPushButton[kind="section"]:hover { border-color: $line; }
QPushButton[kind="section"]:checked {
    background: $surface; border-left: 4px solid $accent; border-radius: 0;
    padding-left: 10px; font-weight: bold;
}
QPushButton[shape="square"] {
    min-width: ${sign_inner}px; min-height: ${sign_inner}px; padding: 7px; font-size: ${lead}px;
}
QPushButton[kind="step"] { min-width: ${inner}px; padding: 9px; }
QPushButton[kind="header"] {
    min-width: ${inner}px; padding: 9px 12px;
    background: transparent; border: 1px solid transparent;
    font-size: ${small}px; color: $ink;
}
QPushButton[kind="header"]:hover { border-color: $line; }
QFrame#header { min-height: ${header}px; }
QPushButton[kind="help"] {
    min-width: ${inner}px; font-size: ${small}px; padding: 9px 16px; font-weight: bold;
}
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit {
    min-height: ${inner}px; padding: 9px 12px; border: 1px solid $line; border-radius: ${field}px;
    background: $surface; color: $ink; font-size: ${body}px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $quiet;
}
QLineEdit:disabled { color: $quiet; border: 1px dashed $line; }
QLineEdit:focus { border-color: $ink; }
QLineEdit[wrong="true"] { border: 2px solid $error; padding: 8px 11px; }

QPlainTextEdit {
    padding: 8px; border: 1px solid $line; border-radius: ${field}px;
    background: $surface; color: $ink; font-size: ${body}px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit:focus { border-color: $ink; }

QSlider:horizontal { min-height: ${target}px; background: transparent; }
QSlider::groove:horizontal { height: 6px; border-radius: 3px; background: $line; }
QSlider::sub-page:horizontal { height: 6px; border-radius: 3px; background: $accent; }
QSlider::handle:horizontal {
    width: 22px; height: 22px; margin: -10px 0; border-radius: 13px;
    background: $surface; border: 2px solid $accent;
}
QSlider::handle:horizontal:hover { border-color: $ink; }
QSlider::handle:horizontal:pressed { background: $accent; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { border-color: $line; }

QFrame[kind="card"] {
    background: $surface; border: 1px solid $line; border-radius: ${card}px;
}
QFrame[kind="note"] {
    background: $wash; border: 1px solid $hairline; border-radius: ${card}px;
}
QFrame[kind="bar"] { background: $ground; border: none; }
QFrame[kind="rule"] { background: $hairline; border: none; min-height: 1px; max-height: 1px; }
QFrame[kind="table_rule"] { background: $line; border: none; min-height: 1px; max-height: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }

QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar::handle:vertical {
    background: $line; border-radius: 4px; min-height: 48px; margin: 3px;
}
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle:horizontal {
    background: $line; border-radius: 4px; min-width: 48px; margin: 3px;
}

QTableView {
    background: $surface; color: $ink; border: 1px solid $line; border-radius: ${card}px;
    font-size: ${body}px; gridline-color: $hairline; outline: none;
    selection-background-color: $accent; selection-color: $on_accent;
}
QTableView::item { padding: 0 12px; border-bottom: 1px solid $hairline; }
QTableView::item:selected { background: $accent; color: $on_accent; }
QHeaderView {
    background: transparent; border: none; color: $quiet; font-size: ${small}px; font-weight: bold;
}
QHeaderView::section {
    background: $surface; color: $quiet; border: none; border-bottom: 1px solid $line;
    padding: 0 15px;
}
QHeaderView::section:hover { color: $ink; }
QHeaderView::down-arrow, QHeaderView::up-arrow { width: 0; height: 0; }

QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 11px 24px; min-height: ${inner}px; font-size: ${body}px; color: $ink; }
QMenu::item:disabled { color: $quiet; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line; padding: 4px; }
""")

_FRAME = 20
"""Pixels of a button's padding and border above and below its text."""

_SIGN_FRAME = 16
"""The same of a button with a sign on it, which is larger than words."""

_LINE = 1.27
"""How high a line is for letters of size 1."""


def make_style_sheet(tokens: Tokens) -> str:
    """Return the style sheet that holds for these tokens."""
    colours = {name: getattr(tokens.colours, name) for name in tokens.colours.__slots__}
    sizes = {name: getattr(tokens.sizes, name) for name in tokens.sizes.__slots__}
    return _SHEET.substitute(
        colours,
        **sizes,
        target=tokens.target,
        inner=tokens.target - _FRAME,
        sign_inner=max(tokens.target - _SIGN_FRAME, round(tokens.sizes.lead * _LINE)),
        primary_inner=tokens.primary - _FRAME,
        header=tokens.header,
        field=tokens.field_radius,
        card=tokens.card_radius,
    )
