"""The lab and the browser of the panel's tests, and how hard fuzzing looks: FASTAID_FUZZ=10000 pytest."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

from tests.browser.conftest import chromium, lab, new_page, no_kernels_left

__all__ = ["chromium", "lab", "new_page", "no_kernels_left"]

if "FASTAID_FUZZ" in os.environ:
    settings.register_profile(
        "fuzz",
        deadline=None,
        max_examples=int(os.environ["FASTAID_FUZZ"]),
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    settings.load_profile("fuzz")
