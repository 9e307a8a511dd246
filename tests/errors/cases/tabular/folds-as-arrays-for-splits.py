# rule: tabular_splits.splits_are_none
# source: constructed
# says: folds = \[list\(o\) for o in folds\[0\]\]
# %% before
from fastai.tabular.all import *
from sklearn.model_selection import StratifiedKFold
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
folds = list(StratifiedKFold(n_splits=5).split(df, df.rich))
# %% fails
to = TabularPandas(df, [Categorify, Normalize], ['job'], ['age'], y_names='rich', splits=folds)
# %% mended
folds = [list(o) for o in folds[0]]
to = TabularPandas(df, [Categorify, Normalize], ['job'], ['age'], y_names='rich', splits=folds)
