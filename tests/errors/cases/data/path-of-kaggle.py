# rule: paths.no_such_file
# source: constructed
# says: Kaggle
# %% before
import pandas as pd
# %% fails
df = pd.read_csv('/kaggle/input/titanic/train.csv')
