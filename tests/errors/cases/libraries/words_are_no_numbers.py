# rule: libraries_tables.text_column_to_number
# source: constructed
# says: labs\.grade\.unique\(\)
# %% before
import pandas as pd

labs = pd.DataFrame({"grade": ["low", "high", "mid"]})
# %% fails
labs["grade"] = labs.grade.astype(float)
