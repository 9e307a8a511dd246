# rule: libraries_tables.reduction_over_text
# source: constructed
# says: text:\s+'Cabin'\.
# says: numeric_only=True
# %% before
import pandas as pd
df = pd.DataFrame({'Sex': ['m', 'f'] * 3, 'Pclass': ['1st', '2nd'] * 3, 'Cabin': ['a', 'b', 'c'] * 2, 'Fare': [1., 2., 3.] * 2})
# %% fails
df.groupby(['Sex', 'Pclass'])[['Cabin', 'Fare']].median()
# %% mended
df.groupby(['Sex', 'Pclass'])[['Cabin', 'Fare']].median(numeric_only=True)
