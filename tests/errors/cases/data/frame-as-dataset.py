# rule: datasets.label_in_place_of_position
# source: constructed
# says: DataFrame
# says: TensorDataset
# %% before
import torch, pandas as pd
from torch.utils.data import DataLoader
df = pd.DataFrame({'x': [float(i) for i in range(20)], 'y': [0, 1] * 10})
# %% fails
for xb in DataLoader(df, batch_size=8): print(xb)
# %% mended
from torch.utils.data import TensorDataset
ds = TensorDataset(torch.tensor(df[['x']].values, dtype=torch.float32), torch.tensor(df['y'].values))
for xb in DataLoader(ds, batch_size=8): print(xb)
