# rule: libraries_index.labels_of_several_rows
# source: constructed
# says: 'a'\s+stands\s+for\s+several\s+rows
# says: s\s+=\s+s\.reset_index\(drop=True\)
# %% before
import pandas as pd
s = pd.Series([1, 2, 3], index=['a', 'a', 'b'])
# %% fails
table = pd.DataFrame({'n': [7, 8]})
table['s'] = s
# %% mended
s = s.reset_index(drop=True)
table = pd.DataFrame({'n': [7, 8]})
table['s'] = s
