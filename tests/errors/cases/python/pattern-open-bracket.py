# rule: python_patterns.bad_pattern
# source: https://stackoverflow.com/questions/23213982
# says: \( at position 5 opens a group that is never closed
# says: missing \)
# says: re\.sub\(r'total\\\(', '', line\)
# %% before
import re
line = 'total(12)'
# %% fails
re.sub('total(', '', line)
# %% mended
re.sub(r'total\(', '', line)
