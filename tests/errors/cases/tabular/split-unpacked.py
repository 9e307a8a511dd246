# rule: columns_split.split_unpacked
# source: constructed
# says: table\s+of\s+3\s+columns
# says: people\[\['first', 'last'\]\] = people\['name'\]\.str\.split\(' ', n=1, expand=True\)
# %% before
import pandas as pd

people = pd.DataFrame({"name": ["Alan Turing", "Ada King Byron", "Grace Hopper"]})
# %% fails
people["first"], people["last"] = people["name"].str.split(" ", expand=True)
# %% mended
people[["first", "last"]] = people["name"].str.split(" ", n=1, expand=True)
