# rule: conversions.of_a_table
# source: constructed
# says: zone
# %% before
import pandas as pd, torch
houses = pd.DataFrame({'price': [5, 6], 'area': [1.0, 2.0], 'zone': ['A', 'B']})
# %% fails
x = torch.tensor(houses.iloc[:, 1:].values)
# %% mended
x = torch.tensor(houses.iloc[:, 1:].select_dtypes('number').values)
