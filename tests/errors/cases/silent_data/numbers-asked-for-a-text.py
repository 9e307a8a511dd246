# notice: other_kinds.number_and_text
# source: constructed
# says: visits\.year\s+==\s+'2021'\s+is\s+False\s+for\s+every\s+row
# says: holds\s+numbers,\s+such\s+as\s+20\d\d,\s+and\s+'2021'\s+is\s+a\s+text
# says: visits\.year\s+==\s+2021
# %% before
import pandas as pd
visits = pd.DataFrame({'year': [2020, 2021, 2021], 'n': [2, 8, 1]})
# %% cell
total = visits.loc[visits.year == '2021', 'n'].sum()
# %% mended
total = visits.loc[visits.year == 2021, 'n'].sum()
