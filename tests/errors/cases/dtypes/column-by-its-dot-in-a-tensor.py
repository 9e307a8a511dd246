# rule: conversions.of_a_table
# source: https://github.com/fastai/course22/issues/49
# says: df\.Survived\s+is\s+a\s+Series
# says: tensor\(df\.Survived\.values\)
# %% before
import pandas as pd
from torch import tensor
df = pd.DataFrame({'Survived': [0, 1, 1, 0], 'Age': [1., None, 3., 4.]})
df = df.dropna()
# %% fails
t_dep = tensor(df.Survived)
# %% mended
t_dep = tensor(df.Survived.values)
