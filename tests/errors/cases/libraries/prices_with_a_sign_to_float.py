# rule: libraries_tables.text_column_to_number
# source: constructed
# says: £1,250
# says: \.str\.replace\('\[£,\]', '', regex=True\)\.astype\(float\)
# %% before
import pandas as pd

homes = pd.DataFrame({"cost": ["£1,250", "£980", "£3,400.50"]})
# %% fails
homes["cost"] = homes["cost"].astype(float)
# %% mended
homes["cost"] = homes["cost"].str.replace("[£,]", "", regex=True).astype(float)
assert homes["cost"].sum() == 5630.5
