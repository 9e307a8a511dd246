# rule: libraries_tables.text_column_to_number
# source: constructed
# says: 40%
# says: \.str\.replace\('\[%\]'
# %% before
import pandas as pd

poll = pd.DataFrame({"share": ["40%", "35%", "25%"]})
# %% fails
poll["share"] = pd.to_numeric(poll["share"])
# %% mended
poll["share"] = poll["share"].str.replace("[%]", "", regex=True).astype(float)
