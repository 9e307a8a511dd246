# rule: libraries_tables.text_column_to_number
# source: constructed
# says: decimal point
# says: \.str\.replace\(',', '\.'\)\.astype\(float\)
# %% before
import pandas as pd

labs = pd.DataFrame({"ph": ["7,1", "6,85", "7,0"]})
# %% fails
labs["ph"] = labs["ph"].astype(float)
# %% mended
labs["ph"] = labs["ph"].str.replace(",", ".").astype(float)
