# notice: read_tables.codes_without_values
# source: constructed
# says: gives\s+NaN\s+for\s+every\s+row,\s+and\s+fillna\s+makes\s+each\s+of\s+them\s+-1
# says: \{'No':\s+0,\s+'Yes':\s+1\}|\{'Yes':\s+1,\s+'No':\s+0\}
# %% before
import pandas as pd
survey = pd.DataFrame({"smokes": ["Yes", "No", "No", "Yes", "No"], "age": [30, 41, 25, 60, 19]})
# %% cell
survey["smoker"] = survey["smokes"].map({"yes": 1, "no": 0}).fillna(-1)
survey.smoker.mean()
# %% mended
survey["smoker"] = survey["smokes"].map({'Yes': 1, 'No': 0}).fillna(-1)
survey.smoker.mean()
