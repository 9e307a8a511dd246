# rule: libraries_spacy.model_imported
# source: https://spacy.io/usage/models
# says: !python -m spacy download en_core_web_sm
# %% before
import spacy
# %% fails
import en_core_web_sm
nlp = en_core_web_sm.load()
