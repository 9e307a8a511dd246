"""What a learner may turn off: `%config Fastaid` lists it."""

from __future__ import annotations

from traitlets import Bool
from traitlets.config import Configurable


class Settings(Configurable):
    """fastaid's settings."""

    error_cards = Bool(True, help="Explain an error below its traceback.").tag(config=True)
    notices = Bool(True, help="Say so when a cell raises nothing and still does what was not meant.").tag(
        config=True
    )


# %config shows a class by its name.
Settings.__name__ = "Fastaid"
