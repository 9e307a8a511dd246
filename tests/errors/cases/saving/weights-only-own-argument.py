# rule: none
# source: constructed
# %% before
import pickle
# %% fails
raise pickle.UnpicklingError('Weights only load failed')
