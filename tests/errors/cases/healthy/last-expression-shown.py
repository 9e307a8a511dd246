# notice: none
# source: constructed
# %% before
import torch, pandas as pd
x = torch.zeros(3); df = pd.DataFrame({"a": [1, None]})
# %% cell
y = x + 1
df.dropna()
