# rule: conversions.of_a_table
# source: constructed
# says: its\s+index\s+has\s+no\s+0:\s+it\s+has\s+others
# says: tensor\(df\.Fare\.values\)
# %% before
import pandas as pd
from torch import tensor
df = pd.DataFrame({'PassengerId': [892, 893, 894], 'Fare': [7., 8, 9]}).set_index('PassengerId')
# %% fails
fares = tensor(df.Fare)
# %% mended
fares = tensor(df.Fare.values)
