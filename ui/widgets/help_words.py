"""Whom to call, in a sentence or two: for what covers the window, and the way to help with it."""

from matcher.checklist.crisis import load_crisis_lines
from matcher.checklist.help_lines import dial_text
from ui.language import Language


def help_words(words: Language) -> str:
    """Say the number for danger, and the one of somebody to talk to, in the region that holds."""
    text, region = words.text, load_crisis_lines(words.catalogue.region)
    danger = text("crisis.panel.danger_local")
    if region.emergency:
        danger = text("crisis.panel.danger", number=region.emergency)
    line = region.talk_line(words.code)
    name, number = text(f"crisis.line.{line.id}.name"), dial_text(line, words.catalogue)
    return f"{danger} {text('crisis.panel.talk', name=name, number=number)}"
