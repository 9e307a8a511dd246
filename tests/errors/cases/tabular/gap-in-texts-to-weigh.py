# rule: gaps_in_texts.gap_counted
# source: constructed
# says: missing \(nan\)
# %% before
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
reviews = pd.Series(['a big cat', None, None])
# %% fails
X = TfidfVectorizer().fit_transform(reviews)
# %% mended
reviews = reviews.fillna('')
X = TfidfVectorizer().fit_transform(reviews)
