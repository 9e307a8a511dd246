# rule: folders_of_others.input_of_kaggle
# source: a learner's notebook
# says: where\s+Kaggle\s+keeps
# %% before
import numpy as np
# %% fails
x = np.load('../input/Sign-language-digits-dataset/X.npy')
