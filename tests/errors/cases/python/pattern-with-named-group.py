# rule: python_patterns.bad_pattern
# source: constructed
# says: Python puts a P
# says: re\.match\(r'\(\?P<year>\\d\+\)', day\)
# %% before
import re
day = '2019-01-24'
# %% fails
re.match(r'(?<year>\d+)', day)
# %% mended
re.match(r'(?P<year>\d+)', day)
