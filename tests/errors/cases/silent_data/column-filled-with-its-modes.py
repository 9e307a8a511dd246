# notice: fillings.filled_by_labels
# source: https://stackoverflow.com/questions/42789324
# says: of\s+Embarked\s+are\s+still\s+NaN
# says: fillna\(df\['Embarked'\]\.mode\(\)\.iloc\[0\]\)
# %% before
import pandas as pd
df = pd.DataFrame({'Embarked': ['S', 'C', 'S', None, 'Q', None, 'S'], 'Fare': [1., 2, 3, 4, 5, 6, 7]})
# %% cell
df['Embarked'] = df['Embarked'].fillna(df['Embarked'].mode())
df.head()
# %% mended
df['Embarked'] = df['Embarked'].fillna(df['Embarked'].mode().iloc[0])
df.head()
