# rule: notebook_absent.nothing_of_that_name
# source: a learner's notebook
# says: has no data set load_Global_population
# %% fails
from sklearn.datasets import load_Global_population
