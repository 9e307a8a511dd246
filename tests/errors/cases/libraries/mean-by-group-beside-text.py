# rule: libraries_tables.reduction_over_text
# source: constructed
# says: text:\s+'Cabin'\.
# says: by_class\.mean\(numeric_only=True\)
# %% before
import pandas as pd
df = pd.DataFrame({'Pclass': ['1st', '2nd'] * 3, 'Cabin': ['a', 'b', 'c'] * 2, 'Fare': [1., 2., 3.] * 2})
by_class = df.groupby('Pclass')
# %% fails
by_class.mean()
# %% mended
by_class.mean(numeric_only=True)
