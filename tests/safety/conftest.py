"""The lab and the browser of the panel's tests."""

from __future__ import annotations

from tests.browser.conftest import chromium, lab, new_page, no_kernels_left

__all__ = ["chromium", "lab", "new_page", "no_kernels_left"]
