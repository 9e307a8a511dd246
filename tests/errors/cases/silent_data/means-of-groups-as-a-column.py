# notice: alignments.column_of_another_index
# source: constructed
# says: Every\s+value\s+of\s+df\['mean_fare'\]\s+is\s+NaN
# says: df\['mean_fare'\]\s+=\s+df\['Sex'\]\.map\(by_sex\)
# %% before
import pandas as pd
df = pd.DataFrame({'Sex': ['male', 'female'] * 4, 'Fare': [7., 70, 8, 80, 9, 90, 10, 100]})
by_sex = df.groupby('Sex')['Fare'].mean()
# %% cell
df['mean_fare'] = by_sex
# %% mended
df['mean_fare'] = df['Sex'].map(by_sex)
