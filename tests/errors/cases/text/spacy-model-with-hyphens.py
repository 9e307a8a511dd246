# rule: libraries_spacy.model_not_there
# source: constructed
# says: en_core_web_md
# says: !python -m spacy download en_core_web_md
# %% before
import spacy
# %% fails
nlp = spacy.load('en-core-web-md', disable=['ner'])
