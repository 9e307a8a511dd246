# notice: read_tables.one_column_read
# source: https://stackoverflow.com/questions/18039057
# says: holds\s+2\s+semicolons
# says: wine\s+=\s+pd\.read_csv\(path\s+/\s+'wine\.csv',\s+sep=';',\s+encoding='utf-8'\)
# %% before
from pathlib import Path
import pandas as pd

path = Path(".")
(path / "wine.csv").write_text("acid;sugar;grade\n7.4;1.9;good\n6.1;2.2;poor\n")
# %% cell
wine = pd.read_csv(path / "wine.csv", encoding="utf-8")
# %% mended
wine = pd.read_csv(path / "wine.csv", sep=";", encoding="utf-8")
