# rule: gaps_in_texts.gap_met
# source: constructed
# says: len\(t\) if\s+isinstance\(t, str\) else t
# %% before
import pandas as pd
df = pd.DataFrame({'text': ['a b', None, 'c']})
# %% fails
df['n'] = df['text'].map(lambda t: len(t))
# %% mended
df['n'] = df['text'].map(lambda t: len(t) if isinstance(t, str) else t)
