# rule: libraries_methods_gone.method_gone
# source: constructed
# says: words = vec\.get_feature_names_out\(\)
# %% before
from sklearn.feature_extraction.text import CountVectorizer
vec = CountVectorizer().fit(['a bear', 'two cats'])
# %% fails
words = vec.get_feature_names()
# %% mended
words = vec.get_feature_names_out()
