# rule: paths.backslashes
# source: https://github.com/siddhartamukherjee/NEU-DET-Steel-Surface-Defect-Detection/issues/7
# says: backslash
# says: data/train\.csv
# %% before
import pandas as pd, os
os.makedirs('data'); pd.DataFrame({'a': [1]}).to_csv('data/train.csv')
# %% fails
df = pd.read_csv('data\\train.csv')
# %% mended
df = pd.read_csv('data/train.csv')
