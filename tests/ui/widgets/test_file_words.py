from pathlib import Path

from matcher.errors import Message, OutputError
from ui.language import Language
from ui.widgets.file_words import refused_words, saved_words

_FOLDER = Path("/home/ana.vidal/Documents")


def test_words_when_a_file_is_saved_then_its_folder_is_named_and_not_the_way_there() -> None:
    said = saved_words(_FOLDER / "notes.pdf", Language("en"))

    assert said == "Saved as notes.pdf in Documents."


def test_words_when_a_folder_refuses_then_the_person_is_not_named() -> None:
    file = str(_FOLDER / "notes.pdf")
    error = OutputError(Message("error.output.read_only", file=file, folder=str(_FOLDER)))

    said = refused_words(error, Language("en"))

    assert "ana.vidal" not in said
    assert "you may not write in Documents." in said
