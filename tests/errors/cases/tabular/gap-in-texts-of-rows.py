# rule: gaps_in_texts.gap_met
# source: constructed
# says: row\['t'\] is nan
# says: df\['t'\] = df\['t'\].fillna\(''\)
# %% before
import pandas as pd
df = pd.DataFrame({'t': ['a b', None, 'c']})
# %% fails
df['n'] = df.apply(lambda row: row['t'].lower(), axis=1)
# %% mended
df['t'] = df['t'].fillna('')
df['n'] = df.apply(lambda row: row['t'].lower(), axis=1)
