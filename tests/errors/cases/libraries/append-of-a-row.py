# rule: libraries_members.column_as_attribute
# source: https://stackoverflow.com/questions/75956209
# says: append any more
# says: log = pd\.concat\(\[log, pd\.DataFrame\(\[row\]\)\], ignore_index=True\)
# %% before
import pandas as pd
log = pd.DataFrame({'epoch': [0], 'loss': [1.0]})
row = {'epoch': 1, 'loss': 0.8}
# %% fails
log = log.append(row, ignore_index=True)
# %% mended
log = pd.concat([log, pd.DataFrame([row])], ignore_index=True)
