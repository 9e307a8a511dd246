# rule: paths.backslashes
# source: https://github.com/wgcban/ddpm-cd/issues/4
# says: backslash
# says: data/train\.csv
# %% before
import pandas as pd, os
os.makedirs('data'); pd.DataFrame({'a': [1]}).to_csv('data/train.csv')
# %% fails
df = pd.read_csv('data\\train.csv')
# %% mended
df = pd.read_csv('data/train.csv')
