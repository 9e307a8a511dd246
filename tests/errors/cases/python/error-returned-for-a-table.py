# rule: errors_returned.error_as_a_result
# source: a learner's notebook
# says: is the error FileNotFoundError
# says: No CSV files found
# says: raise FileNotFoundError\(f'No CSV files found in\s+\{folder\}'\)
# %% before
import glob, os
import pandas as pd
def load(folder):
    files = glob.glob(os.path.join(folder, '*.csv'))
    if not files:
        return FileNotFoundError(f'No CSV files found in {folder}')
    return pd.concat([pd.read_csv(one) for one in files])
df = load('.')
# %% fails
df['power'] = df['formal'] * 2
# %% mended
pd.DataFrame({'formal': [1]}).to_csv('a.csv')
df = load('.')
df['power'] = df['formal'] * 2
