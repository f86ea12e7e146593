"""What stands above the list: the answer, what could be done, and how to read the cards."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.language import Language
from ui.widgets.button import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.fold import FoldLine
from ui.widgets.note import Note
from ui.widgets.text import Text


class AnswerHead(QWidget):
    """One answer sentence, and the quiet ways to know more.

    Attributes
    ----------
    retry
        Asks once more after a failure.
    how, numbers
        How the order comes about; whether figures are shown.
    questions
        Leads back to what is asked, where nothing was answered.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("answer_head")
        self.answer = Text("heading", "answer")
        self.sample = Text("strong", "sample")
        self.advice = Note("advice")
        self.retry = Button("quiet", "retry")
        self.questions = Button("quiet", "questions")
        for button in (self.retry, self.questions):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.caption = Text("small", "caption")
        self.how = Button("link", "how")
        self.numbers = FoldLine("numbers")
        self._ways = QWidget()
        ways = FlowLayout(self._ways, across=24, down=0)
        for button in (self.how, self.numbers):
            ways.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.answer, self.sample, self.advice, self.questions, self.retry):
            column.addWidget(widget)
        about = QVBoxLayout()
        about.setSpacing(0)
        about.addWidget(self.caption)
        about.addWidget(self._ways)
        column.addLayout(about)

    def retranslate(self, language: Language) -> None:
        """Say what is always there in the language that holds."""
        self.retry.set_words(language.text("results.retry"))
        self.questions.set_words(language.text("results.questions"))
        self.how.set_words(language.text("model.title"))
        self.numbers.set_words(language.text("results.numbers.open"))

    def say(
        self, answer: str, advice: Sequence[str] = (), *, sample: str = "", caption: str = ""
    ) -> None:
        """Say the answer, what could be done, and how the strips are read."""
        self.answer.set_words(answer)
        self.advice.set_lines(advice)
        self.sample.set_words(sample)
        self.caption.set_words(caption)

    def show_ways(
        self, *, to_know_more: bool, to_numbers: bool, to_retry: bool, to_questions: bool = False
    ) -> None:
        """Offer what there is to do now."""
        self._ways.setVisible(to_know_more)
        self.numbers.setVisible(to_numbers)
        self.questions.setVisible(to_questions)
        self.retry.setVisible(to_retry)
