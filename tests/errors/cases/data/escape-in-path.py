# rule: paths.backslashes
# source: constructed ('data\train.csv' holds a tab)
# says: escape
# says: data/train\.csv
# %% before
import pandas as pd, os
os.makedirs('data'); pd.DataFrame({'a': [1]}).to_csv('data/train.csv')
# %% fails
df = pd.read_csv('data\train.csv')
# %% mended
df = pd.read_csv('data/train.csv')
