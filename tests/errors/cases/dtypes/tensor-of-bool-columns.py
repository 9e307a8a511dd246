# rule: conversions.of_a_table
# source: constructed
# says: bool
# says: astype\('float32'\)
# %% before
import torch, pandas as pd
df = pd.DataFrame({"Age": [1., 2.], "Sex": ["m", "f"]})
df = pd.get_dummies(df)
# %% fails
t = torch.tensor(df.values)
# %% mended
t = torch.tensor(df.astype('float32').values)
