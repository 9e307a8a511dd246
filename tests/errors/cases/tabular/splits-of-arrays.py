# rule: tabular_splits.splits_are_none
# source: https://github.com/fastai/fastbook/blob/master/09_tabular.ipynb
# says: list
# says: splits=\(list\(train_idx\), list\(valid_idx\)\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
cond = df.age < 60
train_idx = np.where(cond)[0]
valid_idx = np.where(~cond)[0]
# %% fails
to = TabularPandas(df, [Categorify, FillMissing], ['workclass'], ['age'], y_names='salary', splits=(train_idx, valid_idx))
# %% mended
to = TabularPandas(df, [Categorify, FillMissing], ['workclass'], ['age'], y_names='salary', splits=(list(train_idx), list(valid_idx)))
