# rule: paths.no_such_file
# source: constructed
# says: 'data/labels\.csv'
# says: working\s+directory
# %% before
import pandas as pd, os
os.makedirs('data'); pd.DataFrame({'a': [1]}).to_csv('data/labels.csv')
# %% fails
df = pd.read_csv('labels.csv')
# %% mended
df = pd.read_csv('data/labels.csv')
