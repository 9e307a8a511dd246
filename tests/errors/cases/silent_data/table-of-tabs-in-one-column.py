# notice: read_tables.one_column_read
# source: https://forums.fast.ai (u.data read without sep)
# says: everything\s+in\s+one\s+column
# says: holds\s+2\s+tabs
# says: header=None
# says: stars\s+=\s+pd\.read_csv\('stars\.data',\s+sep='\\t',\s+header=None\)
# %% before
from pathlib import Path
import pandas as pd

Path("stars.data").write_text("7\t12\t4\n9\t31\t2\n7\t31\t5\n")
# %% cell
stars = pd.read_csv("stars.data")
len(stars)
# %% mended
stars = pd.read_csv("stars.data", sep="\t", header=None)
len(stars)
