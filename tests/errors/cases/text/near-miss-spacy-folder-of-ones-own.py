# rule: libraries_spacy.model_not_there
# source: constructed
# says: no\s+folder
# says: my_models/reviews
# %% before
import spacy
# %% fails
nlp = spacy.load('my_models/reviews')
