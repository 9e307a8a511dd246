# rule: gaps_in_texts.gap_counted
# source: constructed
# says: 1 is missing
# says: df\['t'\].fillna\(''\)
# %% before
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
df = pd.DataFrame({'t': ['a big cat', None, 'cat']})
# %% fails
CountVectorizer().fit_transform(df['t'])
# %% mended
df['t'] = df['t'].fillna('')
CountVectorizer().fit_transform(df['t'])
