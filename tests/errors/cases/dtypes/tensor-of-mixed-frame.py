# rule: conversions.of_a_table
# source: https://stackoverflow.com/questions/55724123
# says: `?sex`?
# says: numbers
# says: select_dtypes
# %% before
import torch, pandas as pd
df = pd.DataFrame({"age": [1., 2.], "sex": ["male", "female"]})
# %% fails
torch.tensor(df.values)
# %% mended
torch.tensor(df.select_dtypes('number').values)
