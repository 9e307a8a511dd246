# rule: libraries.other_length
# source: constructed
# says: exactly\s+one\s+value\s+for\s+each\s+row
# %% before
import pandas as pd
df = pd.DataFrame({'kind': [1, 2, 3, 1, 2, 3], 'price': [1., 2, 3, 4, 5, 6]})
means = df.groupby('kind').price.mean()
# %% fails
df['mean'] = means.values
# %% mended
df['mean'] = df.groupby('kind').price.transform('mean')
