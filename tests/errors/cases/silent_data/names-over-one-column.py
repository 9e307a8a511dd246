# notice: read_tables.one_column_read
# source: constructed
# says: holds\s+2\s+double\s+colons
# says: sep='::',\s+engine='python',\s+header=None,\s+names=
# %% before
from pathlib import Path
import pandas as pd

Path("r.dat").write_text("7::12::4\n9::31::2\n7::31::5\n")
# %% cell
r = pd.read_csv("r.dat", sep="|", header=None, names=["user", "movie", "stars"])
r.head()
# %% mended
r = pd.read_csv("r.dat", sep="::", engine="python", header=None, names=["user", "movie", "stars"])
r.head()
