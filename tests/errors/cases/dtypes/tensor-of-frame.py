# rule: conversions.of_a_table
# source: https://stackoverflow.com/questions/50307707
# says: DataFrame
# says: torch\.tensor\(df\.values\)
# %% before
import torch, pandas as pd
df = pd.DataFrame({"a": [1., 2.], "b": [3., 4.]})
# %% fails
torch.tensor(df)
# %% mended
torch.tensor(df.values)
