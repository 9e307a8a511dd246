# rule: python_chosen.several_of_a_list
# source: https://stackoverflow.com
# says: zip\(words, table.n > 1\)
# %% before
import pandas as pd

words = ["to", "be", "or"]
table = pd.DataFrame({"n": [1, 2, 3]})
# %% fails
few = words[table.n > 1]
# %% mended
few = [o for o, keep in zip(words, table.n > 1) if keep]
