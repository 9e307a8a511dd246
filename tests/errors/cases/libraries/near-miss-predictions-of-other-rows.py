# rule: libraries.other_length
# source: constructed
# says: Predict\s+every\s+row\s+of\s+df
# %% before
import pandas as pd
df = pd.DataFrame({'a': range(9)})
preds = [0, 1, 0]
# %% fails
df['p'] = preds
# %% mended
df.loc[[0, 4, 8], 'p'] = preds
