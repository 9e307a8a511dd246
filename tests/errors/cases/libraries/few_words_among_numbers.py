# rule: libraries_tables.text_column_to_number
# source: constructed
# says: one value that is
# says: errors='coerce'
# %% before
import pandas as pd

survey = pd.DataFrame({"age": ["31", "28", "none", "44"]})
# %% fails
survey["age"] = survey["age"].astype(float)
# %% mended
survey["age"] = pd.to_numeric(survey["age"], errors="coerce")
