# rule: libraries_members.column_as_attribute
# source: https://github.com/TommyZihao/Train_Custom_Dataset/issues/5
# says: append any more
# says: scores = pd\.concat\(\[scores, pd\.DataFrame\(\[\{'fold': fold, 'acc': 0\.9\}\]\)\], ignore_index=True\)
# %% before
import pandas as pd
scores = pd.DataFrame()
# %% fails
for fold in range(3):
    scores = scores.append({'fold': fold, 'acc': 0.9}, ignore_index=True)
# %% mended
for fold in range(3):
    scores = pd.concat([scores, pd.DataFrame([{'fold': fold, 'acc': 0.9}])], ignore_index=True)
