# rule: conversions.of_a_table
# source: constructed
# says: Embarked
# says: cat\.codes
# %% before
import torch, pandas as pd
df = pd.DataFrame({"Age": [1., 2.], "Embarked": ["S", "C"]})
# %% fails
torch.tensor(df['Embarked'])
# %% mended
torch.tensor(df['Embarked'].astype('category').cat.codes.values)
