# rule: conversions.of_a_table
# source: https://github.com/fastai/course22/issues/49
# says: its\s+index\s+has\s+no\s+1:\s+rows\s+were\s+taken\s+out
# says: torch\.tensor\(adults\['Fare'\]\.values\)
# %% before
import pandas as pd, torch
df = pd.DataFrame({'Age': [22, 4, 26, 35, 2, 41], 'Fare': [7., 8, 9, 10, 11, 12]})
adults = df[df.Age > 18]
# %% fails
fares = torch.tensor(adults['Fare'])
# %% mended
fares = torch.tensor(adults['Fare'].values)
