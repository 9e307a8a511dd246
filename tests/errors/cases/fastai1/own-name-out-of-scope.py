# rule: notebook_names.local_to_function
# source: constructed
# %% before
from fastai.vision.all import *
def prepare():
    loss_value = 3
prepare()
# %% fails
print(loss_value)
