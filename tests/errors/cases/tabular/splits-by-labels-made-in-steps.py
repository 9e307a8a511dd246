# rule: tabular_splits.splits_are_none
# source: constructed
# says: index
# says: df = df\.reset_index\(drop=True\)\s+train = df\.sample\(frac=0\.7, random_state=2\)\s+valid = df\.drop\(train\.index\)\s+splits = \(list\(train\.index\), list\(valid\.index\)\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'age': range(80), 'salary': ['<50k', '>=50k'] * 40})
df = df[df.age > 30]
train = df.sample(frac=0.7, random_state=2)
valid = df.drop(train.index)
# %% fails
splits = (list(train.index), list(valid.index))
to = TabularPandas(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', splits=splits)
# %% mended
df = df.reset_index(drop=True)
train = df.sample(frac=0.7, random_state=2)
valid = df.drop(train.index)
splits = (list(train.index), list(valid.index))
to = TabularPandas(df, procs=[Categorify], cat_names=['workclass'], cont_names=['age'], y_names='salary', splits=splits)
