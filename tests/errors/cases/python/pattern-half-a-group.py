# rule: python_patterns.bad_pattern
# source: constructed
# says: r'\(\\d\+\)-\(\[a-z\]\+\)'
# says: Add the missing
# %% before
import re
# %% fails
re.search(r"(\d+)-([a-z]+", "12-ab")
# %% mended
re.search(r'(\d+)-([a-z]+)', "12-ab")
