# rule: gaps_in_texts.gap_met
# source: a learner's notebook
# says: x is nan
# says: 1\s+is\s+missing
# says: if\s+isinstance\(x, str\)\s+else\s+x
# %% before
import pandas as pd
df = pd.DataFrame({'Product': ['a', 'b', 'c'], 'MRP': ['$1,200', None, '$900']})
# %% fails
df['MRP'] = df['MRP'].apply(lambda x: x.replace('$', ''))
# %% mended
df['MRP'] = df['MRP'].apply(lambda x: x.replace('$', '') if isinstance(x, str) else x)
