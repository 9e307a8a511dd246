# rule: not libraries_spacy.model_not_there
# source: constructed
# %% before
import spacy
def load(name): raise OSError(f"[E050] Can't find model '{name}'.")
# %% fails
load('en_core_web_sm')
