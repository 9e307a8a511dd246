# notice: read_tables.codes_without_values
# source: constructed
# says: ran\s+before
# says: Make\s+people\s+anew
# %% before
import pandas as pd

people = pd.DataFrame({"sex": ["f", "m", "m", "f"]})
people["sex"] = people["sex"].map({"f": 0, "m": 1})
# %% cell
people["sex"] = people["sex"].map({"f": 0, "m": 1})
# %% mended
people = pd.DataFrame({"sex": ["f", "m", "m", "f"]})
people["sex"] = people["sex"].map({"f": 0, "m": 1})
