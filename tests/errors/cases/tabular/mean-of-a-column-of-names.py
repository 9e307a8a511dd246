# rule: libraries_tables.reduction_over_text
# source: a learner's notebook
# says: column of text
# says: info\['Name'\].value_counts\(\)
# %% before
import pandas as pd
info = pd.DataFrame({'Name': ['Waylon', 'Riley'], 'Count': [5, 1112]})
# %% fails
info['Name'].mean()
# %% mended
info['Name'].value_counts()
