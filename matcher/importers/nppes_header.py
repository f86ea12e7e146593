"""Where the columns of the NPI register's monthly file stand."""

from collections.abc import Sequence

from matcher.errors import ImportFileError, Message

_PRACTICE = "Provider Business Practice Location Address"
_NAMES = (
    "Provider First Name",
    "Provider Middle Name",
    "Provider Last Name (Legal Name)",
    "Provider Name Suffix Text",
)
_PLACE = (
    f"{_PRACTICE} City Name",
    f"{_PRACTICE} State Name",
    f"{_PRACTICE} Postal Code",
    f"{_PRACTICE} Country Code (If outside U.S.)",
    f"{_PRACTICE} Telephone Number",
)
_DATES = ("NPI Deactivation Date", "NPI Reactivation Date", "Last Update Date")
_SPECIALTY = (
    "Healthcare Provider Taxonomy Code_{}",
    "Provider License Number_{}",
    "Provider License Number State Code_{}",
    "Healthcare Provider Primary Taxonomy Switch_{}",
)
_MOST_SPECIALTIES = 15


class NppesHeader:
    """Positions of the columns that are read, by name: their order has changed over the years.

    Parameters
    ----------
    names
        The cells of the first record.
    file
        The name of the file.

    Raises
    ------
    ImportFileError
        When a column is missing.
    """

    def __init__(self, names: Sequence[str], file: str) -> None:
        self._places = {name.strip(): place for place, name in enumerate(names)}
        self._file = file
        self.width = len(names)
        self.npi, self.kind, self.credential = self._all(
            "NPI", "Entity Type Code", "Provider Credential Text"
        )
        self.names = self._all(*_NAMES)
        self.place = self._all(*_PLACE)
        self.state, self.postcode = self.place[1:3]
        self.deactivated, self.reactivated, self.updated = self._all(*_DATES)
        self.specialties = [
            self._all(*(name.format(slot) for name in _SPECIALTY))
            for slot in range(1, _MOST_SPECIALTIES + 1)
            if _SPECIALTY[0].format(slot) in self._places or slot == 1
        ]
        self.codes = tuple(slot[0] for slot in self.specialties)

    def _all(self, *names: str) -> tuple[int, ...]:
        try:
            return tuple(self._places[name] for name in names)
        except KeyError as error:
            missing = str(error.args[0])
            raise ImportFileError(
                Message("error.import.nppes_header", file=self._file, column=missing)
            ) from error
