# notice: fillings.filled_by_labels
# source: constructed
# says: of\s+Cabin\s+and\s+Embarked\s+are\s+still\s+NaN
# says: \.mode\(\)\.iloc\[0\]
# %% before
import pandas as pd
titanic = pd.DataFrame({'Cabin': ['A', 'B', None, 'A', None], 'Embarked': ['S', 'S', None, 'C', 'S'], 'Fare': [1., 2, 3, 4, 5]})
# %% cell
for col in ['Cabin', 'Embarked', 'Fare']:
    titanic[col] = titanic[col].fillna(titanic[col].mode())
# %% mended
for col in ['Cabin', 'Embarked', 'Fare']:
    titanic[col] = titanic[col].fillna(titanic[col].mode().iloc[0])
