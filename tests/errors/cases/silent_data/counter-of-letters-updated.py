# notice: words_or_letters.letters_for_words
# source: constructed
# says: word_counts\.update\(text\.split\(\)\)
# %% before
from collections import Counter
import pandas as pd
df = pd.DataFrame({'text': ['a good film', 'a bad film', 'fun']})
# %% cell
word_counts = Counter()
for text in df['text']: word_counts.update(text)
# %% mended
word_counts = Counter()
for text in df['text']: word_counts.update(text.split())
