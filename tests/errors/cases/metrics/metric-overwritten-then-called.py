# rule: covered_names.given_to_a_value
# source: constructed
# says: mse is a number now
# says: from fastai\.metrics import mse
# says: my_mse = mse\(guesses, truth\)
# %% before
from fastai.vision.all import *
guesses, truth = torch.rand(5), torch.rand(5)
mse = mse(guesses, truth)
# %% fails
print(mse(guesses, truth))
# %% mended
from fastai.metrics import mse
my_mse = mse(guesses, truth)
