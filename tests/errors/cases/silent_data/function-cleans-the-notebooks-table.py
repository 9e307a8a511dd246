# notice: unused_parameters.notebooks_in_place_of_given
# source: constructed
# says: clean\s+is\s+given\s+test_df
# says: table\['age'\]|table\.age
# %% before
import torch, pandas as pd
from torch import nn
x, y = torch.randn(40, 3), torch.randint(0, 2, (40,))
model, wide = nn.Linear(3, 2), nn.Sequential(nn.Linear(3, 32), nn.ReLU(), nn.Linear(32, 2))
df = pd.DataFrame({'age': [20., None, 40.], 'city': ['Ulm', 'Bonn', 'Kiel']})
test_df = pd.DataFrame({'age': [30., None], 'city': ['Ulm', 'Ulm']})
def clean(table):
    out = df[df['age'].notna()]
    return out
# %% cell
train, test = clean(df), clean(test_df)
# %% mended
def clean(table):
    out = table[table['age'].notna()]
    return out
train, test = clean(df), clean(test_df)
