# rule: libraries_spacy.model_not_there
# source: https://spacy.io/usage/v3
# says: short\s+name
# says: !python -m spacy download en_core_web_sm
# says: spacy\.load\('en_core_web_sm'\)
# %% before
import spacy
def words(text): return [str(one) for one in spacy.load('en')(text)]
# %% fails
words('Hello you')
