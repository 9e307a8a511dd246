# notice: fillings.filled_by_labels
# source: https://stackoverflow.com/questions/19966018
# says: one\s+row\s+for\s+each\s+Sex
# says: groupby\('Sex'\)\['Age'\]\.transform\('mean'\)
# %% before
import pandas as pd
df = pd.DataFrame({'Sex': ['male', 'female'] * 4, 'Age': [22., None, 30, 40, None, 35, 28, 41]})
# %% cell
df['Age'] = df['Age'].fillna(df.groupby('Sex')['Age'].mean())
# %% mended
df['Age'] = df['Age'].fillna(df.groupby('Sex')['Age'].transform('mean'))
