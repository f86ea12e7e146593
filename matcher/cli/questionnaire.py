"""``rapport questionnaire``: what can be answered, for other programs."""

import click

from matcher.cli.invocation import Invocation, command, option
from matcher.cli.output import print_json
from matcher.i18n import Catalogue


def questionnaire_command(words: Catalogue) -> click.Command:
    """Make the command."""
    schema = option("--schema", words.text("cli.questionnaire.option.schema"), is_flag=True)
    return command("questionnaire", _questionnaire, words, schema)


def _questionnaire(invocation: Invocation, schema: bool) -> int:
    if not schema:
        text = invocation.words.text("cli.questionnaire.what")
        raise click.UsageError(text, ctx=click.get_current_context())
    from matcher.questionnaire.loader import load_questionnaire
    from matcher.questionnaire.schema import answers_schema

    print_json(answers_schema(load_questionnaire()))
    return 0
