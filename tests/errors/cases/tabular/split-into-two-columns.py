# rule: columns_split.split_into_other_columns
# source: constructed
# says: gives\s+3\s+columns
# says: 'Ada King Byron'
# says: n=1
# %% before
import pandas as pd

people = pd.DataFrame({"name": ["Alan Turing", "Ada King Byron", "Grace Hopper"], "born": [1912, 1815, 1906]})
# %% fails
people[["first", "last"]] = people["name"].str.split(" ", expand=True)
# %% mended
people[["first", "last"]] = people["name"].str.split(" ", n=1, expand=True)
