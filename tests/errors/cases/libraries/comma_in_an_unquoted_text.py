# rule: libraries_tables.csv_not_as_expected
# source: constructed
# says: comma inside a text
# says: on_bad_lines=.skip
# %% before
import pandas as pd
from pathlib import Path

Path("quotes.csv").write_text("nr,said\n1,yes\n2,no\n3,oh, really\n4,well\n")
# %% fails
said = pd.read_csv("quotes.csv")
# %% mended
said = pd.read_csv("quotes.csv", on_bad_lines="skip")
