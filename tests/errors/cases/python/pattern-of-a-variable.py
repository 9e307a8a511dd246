# rule: python_patterns.bad_pattern
# source: constructed
# says: \* at position 0 repeats
# says: re\.findall\(re\.escape\(word\), 'a \*b'\)
# %% before
import re
word = '*b'
# %% fails
re.findall(word, 'a *b')
# %% mended
re.findall(re.escape(word), 'a *b')
