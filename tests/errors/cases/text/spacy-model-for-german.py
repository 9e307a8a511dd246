# rule: libraries_spacy.model_not_there
# source: https://spacy.io/usage/models
# says: de_core_news_sm
# says: download\s+of\s+its\s+own
# says: !python -m spacy download de_core_news_sm
# says: spacy\.blank\('de'\)
# %% before
import spacy
text = 'Berlin ist groß.'
# %% fails
nlp = spacy.load('de_core_news_sm')
words = [str(token) for token in nlp(text)]
# %% mended
nlp = spacy.blank('de')
words = [str(token) for token in nlp(text)]
