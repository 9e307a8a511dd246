# rule: tabular_splits.splits_are_none
# source: https://github.com/timeseriesAI/tsai/issues/400
# says: 3\s+pairs
# says: splits = \[list\(o\) for o in splits\[0\]\]
# %% before
from fastai.tabular.all import *
from sklearn.model_selection import KFold
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
splits = [(list(a), list(b)) for a, b in KFold(n_splits=3).split(df)]
# %% fails
to = TabularPandas(df, [Categorify, Normalize], ['job'], ['age'], y_names='rich', splits=splits)
# %% mended
splits = [list(o) for o in splits[0]]
to = TabularPandas(df, [Categorify, Normalize], ['job'], ['age'], y_names='rich', splits=splits)
