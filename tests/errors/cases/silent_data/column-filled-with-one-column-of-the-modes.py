# notice: fillings.filled_by_labels
# source: constructed
# says: modes\['Age'\]\s+is\s+a\s+Series
# says: df\.loc\[:,\s+'Age'\]\s+=\s+df\['Age'\]\.fillna\(modes\['Age'\]\.iloc\[0\]\)
# %% before
import pandas as pd
df = pd.DataFrame({'Age': [22., 30, None, 22, None], 'Fare': [1., 2, 3, 4, 5]})
modes = df.mode()
# %% cell
df.loc[:, 'Age'] = df['Age'].fillna(modes['Age'])
# %% mended
df.loc[:, 'Age'] = df['Age'].fillna(modes['Age'].iloc[0])
