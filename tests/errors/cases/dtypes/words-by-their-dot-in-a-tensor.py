# rule: conversions.of_a_table
# source: constructed
# says: no\s+numbers
# says: torch\.tensor\(df\.Sex\.astype\('category'\)\.cat\.codes\.values\)
# %% before
import pandas as pd, torch
df = pd.DataFrame({'Sex': ['male', 'female', 'male']})
# %% fails
sex = torch.tensor(df.Sex.values)
# %% mended
sex = torch.tensor(df.Sex.astype('category').cat.codes.values)
