# rule: conversions.of_a_table
# source: constructed
# says: Series
# says: \.values
# %% before
import torch, pandas as pd
df = pd.DataFrame({"Age": [1., 2.]})
# %% fails
torch.from_numpy(df['Age'])
# %% mended
torch.from_numpy(df['Age'].values)
