# notice: words_or_letters.letters_for_words
# source: constructed
# %% before
from collections import Counter
text = "the cat sat on the mat"
# %% cell
word_counts = Counter()
word_counts.update(text)
