# rule: python_patterns.bad_pattern
# source: constructed
# says: \[ at position 0 opens a set
# says: regex=False
# %% before
import pandas as pd
notes = pd.DataFrame({'text': ['[x] done', 'open']})
# %% fails
notes['text'].str.contains('[x')
# %% mended
notes['text'].str.contains(r'\[x')
