# rule: libraries.loc_or_iloc
# source: constructed
# says: blanks
# says: auto = pd.read_csv\('auto.data', sep=
# %% before
import pandas as pd
open("auto.data", "w").write("mpg hp\n18 130\n15 165\n")
# %% fails
auto = pd.read_csv("auto.data")
auto.loc[:, "hp"]
# %% mended
auto = pd.read_csv("auto.data", sep=r"\s+")
auto.loc[:, "hp"]
