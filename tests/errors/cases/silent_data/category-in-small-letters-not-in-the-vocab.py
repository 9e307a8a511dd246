# notice: vocab_keys.not_in_the_vocab
# source: constructed
# says: 'male'\s+is\s+not\s+in\s+the\s+vocab
# says: o2i\['Male'\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'Sex': ['Male', 'Female'] * 50, 'Age': np.arange(100.), 'y': ['a', 'b', 'b', 'a'] * 25})
to = TabularPandas(df, [Categorify, Normalize], ['Sex'], ['Age'], y_names='y', splits=RandomSplitter(seed=1)(df))
# %% cell
code = to.classes['Sex'].o2i['male']
print((to.train.xs['Sex'] == code).sum())
# %% mended
code = to.classes['Sex'].o2i['Male']
print((to.train.xs['Sex'] == code).sum())
