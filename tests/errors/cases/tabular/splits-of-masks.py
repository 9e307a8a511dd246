# rule: tabular_splits.splits_are_none
# source: constructed
# says: True and False
# says: list\(np.where\(cond\)\[0\]\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
cond = df.age < 60
# %% fails
to = TabularPandas(df, [Categorify, FillMissing], ['workclass'], ['age'], y_names='salary', splits=(cond, ~cond))
# %% mended
splits = (list(np.where(cond)[0]), list(np.where(~cond)[0]))
to = TabularPandas(df, [Categorify, FillMissing], ['workclass'], ['age'], y_names='salary', splits=splits)
