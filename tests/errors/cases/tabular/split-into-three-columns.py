# rule: columns_split.split_into_other_columns
# source: constructed
# says: gives\s+2\s+columns
# says: Name\s+2\s+columns
# %% before
import pandas as pd

titanic = pd.DataFrame({"cabin": ["C-85", "B-28", "E-46"]})
# %% fails
titanic[["deck", "room", "bed"]] = titanic.cabin.str.split("-", expand=True)
# %% mended
titanic[["deck", "room"]] = titanic.cabin.str.split("-", expand=True)
