"""The times between the last sign of somebody and the end of their sitting: one sum, in one place.

To what a clinic has set comes what a sitting needs to see that nobody is there, and to end. Only
after all of that does the supervisor end it, since a sitting that ends by itself has taken its
pages back from the printer. What is on the screen is covered before any waiting for a printer.
"""

SIGNS_APART = 0.5
"""Seconds between two signs that the supervisor hears of: it may know of an older one."""

LOOKS_APART = 0.25
"""Seconds between two looks of a sitting at the clock."""

_LOOKS = 2
"""What comes at a look, and so late: the warning, and the end after it."""

UNSEEN = _LOOKS * LOOKS_APART
"""Seconds after the limit until nothing of a sitting is in sight."""

PRINTER_WAITED = 1.0
"""Seconds a sitting that is over waits, unseen, for the printer to let go of its pages."""

PRINTER_LOOKS_APART = 0.05
"""Seconds between two looks at the printer."""

BUSY = 0.5
"""Seconds for a computer that is slow in all of this."""

GRACE = SIGNS_APART + UNSEEN + PRINTER_WAITED + PRINTER_LOOKS_APART + BUSY
"""Seconds beyond the limit after which the supervisor ends a sitting that did not end by itself."""

SUPERVISOR_LOOKS_APART = 0.2
"""Seconds between two looks of the supervisor at the clock: as exact as anything has to be."""

ENDED_WITHIN = GRACE + SUPERVISOR_LOOKS_APART
"""Seconds after the limit until a sitting is over, whatever it does."""
