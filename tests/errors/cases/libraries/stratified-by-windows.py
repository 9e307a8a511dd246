# rule: sizes_of_splits.stratified_by_no_classes
# source: https://github.com/timeseriesAI/tsai/issues/357
# says: no\s+class\s+for\s+each\s+row
# says: train_idx, valid_idx = train_test_split\(range\(len\(y\)\), test_size=0\.2\)
# %% before
import numpy as np
from sklearn.model_selection import train_test_split
y = np.random.rand(50, 5, 2)
# %% fails
train_idx, valid_idx = train_test_split(range(len(y)), test_size=0.2, stratify=y)
# %% mended
train_idx, valid_idx = train_test_split(range(len(y)), test_size=0.2)
