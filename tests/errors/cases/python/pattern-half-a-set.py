# rule: python_patterns.bad_pattern
# source: constructed
# says: word = r'\[a-z\]\+_\\d'
# %% before
import re
word = r"[a-z+_\d"
# %% fails
re.findall(word, "ab_1")
# %% mended
word = r'[a-z]+_\d'
re.findall(word, "ab_1")
