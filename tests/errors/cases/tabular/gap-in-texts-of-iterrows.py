# rule: gaps_in_texts.gap_met
# source: constructed
# says: row\['t'\] is nan
# %% before
import pandas as pd
df = pd.DataFrame({'t': ['a b', None, 'c']})
# %% fails
words = []
for i, row in df.iterrows():
    words.append(row['t'].split())
# %% mended
df['t'] = df['t'].fillna('')
words = []
for i, row in df.iterrows():
    words.append(row['t'].split())
