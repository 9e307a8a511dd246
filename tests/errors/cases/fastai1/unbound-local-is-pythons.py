# rule: python_scopes.local_before_assignment
# source: constructed
# %% before
from fastai.vision.all import *
def count():
    accuracy += 1
# %% fails
count()
